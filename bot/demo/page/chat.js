// The chat: what a phone shows, over the control API and its server-sent events.
import { formatted } from "./format.js";
import { richPage } from "./rich.js";

const $ = (id) => document.getElementById(id);
const state = { bot: null, people: [], chats: [], messages: new Map(), commands: [], menus: {}, person: null, chat: null, replyTo: null };

async function post(name, body) {
  const response = await fetch(`/control/${name}`, { method: "POST", body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" } });
  const answer = await response.json();
  if (!answer.ok) throw new Error(answer.description);
  return answer.result;
}

function toast(text) {
  if (!text) return;
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { $("toast").hidden = true; }, 2600);
}

const attempt = (work) => work.catch((error) => toast(error.message));

// --- what is shown

const myChats = () => state.chats.filter((chat) => chat.members.includes(state.person));
const title = (chat) => (chat.type === "private" ? state.bot.first_name : chat.title);
const shown = () => [...state.messages.values()].filter((message) => message.chat.id === state.chat
  && (!message.seen_by || message.seen_by === state.person));

function node(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  if (tag === "button") Object.assign(made, { type: "button", dir: "auto" });
  return made;
}

function render() {
  const chat = state.chats.find((each) => each.id === state.chat);
  $("chat-title").textContent = $("start-title").textContent = title(chat);
  $("avatar").textContent = title(chat).slice(0, 1);
  $("chat-status").textContent = chat.type === "private" ? `@${state.bot.username}` : `${chat.type} · ${chat.members.length} people`;
  $("person").replaceChildren(...state.people.map((person) => new Option(person.first_name, person.id)), new Option("+ New person", "new"));
  $("person").value = state.person;
  $("chats").replaceChildren(...myChats().map(tab));
  const messages = shown();
  $("start").hidden = !(chat.type === "private" && messages.length === 0);
  $("tips").hidden = $("tips").dataset.closed === "yes" || !$("start").hidden;
  $("log").replaceChildren(...messages.map(view));
  tips();
  asks(messages);
  toEnd();
}

function tab(chat) {
  const button = node("button", "", chat.type === "private" ? state.bot.first_name : chat.title);
  button.setAttribute("aria-current", chat.id === state.chat);
  button.addEventListener("click", () => { state.chat = chat.id; reply(null); render(); });
  return button;
}

function view(message) {
  const isMine = message.from.id === state.person;
  const row = node("article", isMine ? "message mine" : "message");
  row.dataset.id = message.message_id;
  const bubble = node("div", "bubble");
  if (message.seen_by) bubble.append(node("div", "only-you", "Only you can see this"));
  bubble.append(...pictures(message));
  if (message.document) bubble.append(file(message.document));
  if (message.chat.type !== "private" || message.via_bot) {
    bubble.append(node("div", "sender", message.from.first_name + (message.via_bot ? ` via @${message.via_bot.username}` : "")));
  }
  const quoted = message.reply_to_message;
  if (quoted) bubble.append(node("div", "quoted", quoted.text || quoted.caption || "Photo"));
  const text = message.text ?? message.caption ?? (message.location ? "📍 Location" : message.chat_shared?.title) ?? "";
  if (message.rich_message) bubble.append(richPage(message.rich_message, act));
  if (text) bubble.append(formatted(text, message.entities || message.caption_entities || [], act));
  bubble.append(meta(message));
  row.append(bubble);
  if (message.reply_markup?.inline_keyboard) row.append(keyboard(message));
  const answer = node("button", "icon reply-to", "↩");
  answer.setAttribute("aria-label", "Reply");
  answer.addEventListener("click", () => reply(message));
  row.append(answer);
  return row;
}

function file({ file_id: id, file_name: name }) {
  const link = node("a", "file", `📄 ${name}`);
  Object.assign(link, { href: `/control/files/${id}`, download: name });
  return link;
}

function pictures(message) {
  const preview = message.link_preview_options;
  const address = message.photo ? `/control/files/${message.photo.at(-1).file_id}` : preview && !preview.is_disabled && preview.url;
  if (!address) return [];
  const image = node("img", message.photo ? "picture photo" : "picture");
  image.src = address;
  image.alt = message.caption || "";
  image.addEventListener("load", toEnd);
  image.addEventListener("error", () => image.remove());
  return [image];
}

function meta(message) {
  const line = node("div", "meta");
  if (message.edit_date) line.append(node("span", "", "edited"));
  const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(new Date(message.date * 1000));
  line.append(node("span", "", time));
  return line;
}

function keyboard(message) {
  const board = node("div", "keyboard");
  for (const row of message.reply_markup.inline_keyboard) {
    const line = node("div");
    for (const button of row) {
      const key = node("button", "", button.text);
      key.addEventListener("click", () => attempt(pressed(message, button, key)));
      line.append(key);
    }
    board.append(line);
  }
  return board;
}

// A keyboard that asks stands until it is used, or taken away.
function asks(messages) {
  const last = messages.filter((message) => message.phone_keyboard).at(-1);
  const isAnswered = last && messages.some((message) => message.from.id === state.person && message.date >= last.date
    && message.message_id > last.message_id && (message.location || message.chat_shared));
  const wanted = !isAnswered && last?.phone_keyboard.keyboard || [];
  $("asks").replaceChildren(...wanted.flat().map((key) => {
    const button = node("button", "", key.text);
    button.addEventListener("click", () => panel(...(key.request_location ? places() : channels(key.request_chat))));
    return button;
  }));
  $("asks").hidden = wanted.length === 0;
  toEnd();
}

const PLACES = [["Lisbon", 38.72, -9.14], ["Nairobi", -1.29, 36.82], ["Tokyo", 35.68, 139.69]];

const places = () => PLACES.map(([name, latitude, longitude]) => choice(name, "location", { latitude, longitude }));

function channels(wish) {
  const mine = state.chats.filter((chat) => chat.type === "channel" && chat.administrators.includes(state.person));
  const made = mine.map((chat) => choice(chat.title, "pick", { chat: chat.id, request_id: wish.request_id }));
  return made.length ? made : [node("p", "", "You administer no channel.")];
}

function choice(label, action, body) {
  const button = node("button", "", label);
  button.addEventListener("click", () => { $("panel").hidden = true; attempt(post(action, { person: state.person, ...body })); });
  return button;
}

// A message longer than the screen is shown from its beginning, as one reads it.
function toEnd() {
  const log = $("log"), last = log.lastElementChild;
  log.scrollTop = log.scrollHeight;
  if (last && last.offsetHeight > log.clientHeight) last.scrollIntoView({ block: "start" });
}

// --- what a person does

const act = {
  say: (text) => attempt(post("send", { person: state.person, chat: state.chat, text })),
  open(address) {
    const url = new URL(address, location.href);
    if (url.hostname !== "t.me") return false;
    if (url.pathname === "/share/url") share(url.searchParams.get("url"));
    else if (url.pathname === `/${state.bot.username}`) start(url.searchParams.get("start"));
    else return false;
    return true;
  },
};

function start(payload) {
  state.chat = state.person;
  render();
  act.say(payload ? `/start ${payload}` : "/start");
}

function share(address) {
  const choices = myChats().map((chat) => {
    const button = node("button", "", `Send to ${title(chat)}`);
    button.addEventListener("click", () => {
      $("panel").hidden = true;
      attempt(post("send", { person: state.person, chat: chat.id, text: address }).then(() => toast(`Sent to ${title(chat)}`)));
    });
    return button;
  });
  panel(...choices);
}

// The card of what was found inline goes into the chat that is chosen.
function shareInline(query) {
  panel(...myChats().map((chat) => {
    const button = node("button", "", `Send to ${title(chat)}`);
    button.addEventListener("click", () => {
      $("panel").hidden = true;
      attempt(post("inline", { person: state.person, query, offset: "" })
        .then((answer) => post("share", { person: state.person, chat: chat.id, result: answer.results[0] }))
        .then(() => toast(`Sent to ${title(chat)}`)));
    });
    return button;
  }));
}

async function pressed(message, button, key) {
  if (button.url) { if (!act.open(button.url)) window.open(button.url, "_blank", "noopener"); return; }
  const chosen = button.switch_inline_query_chosen_chat;
  if (chosen) { shareInline(chosen.query || ""); return; }
  const query = button.switch_inline_query ?? button.switch_inline_query_current_chat;
  if (query !== undefined) { compose(`@${state.bot.username} ${query}`); return; }
  key.disabled = true;
  try {
    const answer = await post("press", { person: state.person, chat: message.chat.id, message_id: message.message_id, data: button.callback_data });
    if (answer.url && !act.open(answer.url)) window.open(answer.url, "_blank", "noopener");
    toast(answer.text);
  } finally { key.disabled = false; }
}

function reply(message) {
  state.replyTo = message?.message_id ?? null;
  $("replying").hidden = !message;
  if (message) { $("replying-text").textContent = message.text || message.caption || "Photo"; $("text").focus(); }
}

function compose(text) { $("text").value = text; $("text").focus(); typed(); }

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  attempt(post("send", { person: state.person, chat: state.chat, text, reply_to: state.replyTo }));
  $("text").value = "";
  $("panel").hidden = true;
  reply(null);
});

function panel(...content) {
  $("panel").replaceChildren(...content);
  $("panel").hidden = content.length === 0;
}

function typed() {
  clearTimeout(typed.timer);
  const text = $("text").value;
  const inline = `@${state.bot.username} `;
  if (text.startsWith("/") && !text.includes(" ")) panel(...commands(text.slice(1)));
  else if (text.startsWith(inline)) typed.timer = setTimeout(() => attempt(offer(text.slice(inline.length), "")), 180);
  else $("panel").hidden = true;
}
$("text").addEventListener("input", typed);
$("text").addEventListener("keydown", (event) => {  // Shift+Enter begins a line, as on a desktop
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); $("composer").requestSubmit(); }
});

const menu = () => state.menus[state.chat] ?? state.commands;

function commands(beginning) {
  return menu().filter((command) => command.command.startsWith(beginning)).map((command) => {
    const button = node("button");
    button.append(node("span", "command-name", `/${command.command}`), node("span", "", command.description));
    button.addEventListener("click", () => { $("text").value = ""; $("panel").hidden = true; act.say(`/${command.command}`); });
    return button;
  });
}

async function offer(query, offset) {
  const answer = await post("inline", { person: state.person, query, offset });
  const results = answer.results.map((result) => {
    const button = node("button", "inline-result");
    const picture = node(result.thumbnail_url ? "img" : "div", "blank");
    if (result.thumbnail_url) { picture.src = result.thumbnail_url; picture.alt = ""; }
    const words = node("div", "result");
    words.append(node("strong", "", result.title), node("span", "", result.description || ""));
    button.append(picture, words);
    button.addEventListener("click", () => {
      $("text").value = ""; $("panel").hidden = true;
      attempt(post("share", { person: state.person, chat: state.chat, result }));
    });
    return button;
  });
  panel(...(results.length ? results : [node("p", "", answer.button?.text || "Nothing found")]));
}

// --- tips, people, theme, keys

const newest = (find) => [...document.querySelectorAll(".message .keyboard button")].reverse().find(find);
const TIPS = [
  ["open 1", () => newest((key) => key.textContent === "1")?.click()],
  ["Sources", () => newest((key) => key.textContent.startsWith("Sources"))?.click() ?? toast("Open a story first")],
  ["search", () => act.say("/search valdemar")],
  ["inline", () => compose(`@${state.bot.username} `)],
  ["Tomorrow 08:00", () => attempt(post("tomorrow", { person: state.person }).then(() => toast("It is tomorrow, 08:00")))],
  ["newsroom", () => window.open("/newsroom", "_blank", "noopener")],
  ["another person", () => { const next = (state.people.findIndex((each) => each.id === state.person) + 1) % state.people.length; become(state.people[next].id); }],
];
const POST = `Harbour lights go out for the birds

Credited from: The Harbour Gazette, Meridian Wire

• The lamps on the north pier stay dark from April to June. [1]
• Puffins lost their way to the lights last spring. [1][2]

The harbour master said the boats can see well enough by moonlight. [1]

Sources:
1. The Harbour Gazette
2. Meridian Wire`;
const TIPS_OF_EDITORS = [
  ["the desk", () => act.say("/desk")],
  ["paste a post", () => compose(`# ${POST}`)],
  ["correct #12", () => act.say("/correct 12")],
  ["a reader", () => become(state.people[0].id)],
];
function tips() {
  const offered = state.menus[state.person]?.some((each) => each.command === "desk") ? TIPS_OF_EDITORS : TIPS;
  $("tips-row").replaceChildren(...offered.map(([label, run]) => { const chip = node("button", "", label); chip.addEventListener("click", run); return chip; }));
}
$("tips-close").addEventListener("click", () => { $("tips").dataset.closed = "yes"; $("tips").hidden = true; });

function become(id) {
  state.person = id;
  state.chat = id;
  reply(null);
  $("panel").hidden = true;
  render();
}

$("person").addEventListener("change", async () => {
  if ($("person").value !== "new") { become(Number($("person").value)); return; }
  const name = `Reader ${state.people.length + 1}`;
  const person = await post("join", { first_name: name, language_code: navigator.language.slice(0, 2) });
  await load();
  become(person.id);
});

$("menu").addEventListener("click", () => { if ($("panel").hidden) panel(...commands("")); else $("panel").hidden = true; });
$("replying-close").addEventListener("click", () => reply(null));
$("start-button").addEventListener("click", () => act.say("/start"));

function theme(name) { document.documentElement.dataset.theme = name; }
theme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
$("theme").addEventListener("click", () => theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { $("panel").hidden = true; reply(null); }
  if (event.key === "/" && !["TEXTAREA", "SELECT"].includes(document.activeElement.tagName)) { event.preventDefault(); compose("/"); }
  if (event.key === "ArrowDown" && document.activeElement === $("text") && !$("panel").hidden) $("panel").querySelector("button")?.focus();
});

// --- what happens

function happened(event) {
  if (event.type === "message" || event.type === "edit") {
    const message = event.message;
    state.messages.set(`${message.chat.id}.${message.message_id}`, message);
    document.querySelector(".typing")?.remove();
    if (message.chat.id !== state.chat) return;
    const old = document.querySelector(`.message[data-id="${message.message_id}"]`);
    if (old) old.replaceWith(view(message));
    else { $("log").append(view(message)); toEnd(); }
    asks(shown());
    $("start").hidden = true;
    $("tips").hidden = $("tips").dataset.closed === "yes";
  } else if (event.type === "ephemeral") {
    const message = { ...event.message, seen_by: event.person };
    state.messages.set(`${message.chat.id}.e${message.ephemeral_message_id}`, message);
    if (message.chat.id === state.chat && event.person === state.person) { $("log").append(view(message)); toEnd(); }
  } else if (event.type === "delete") {
    state.messages.delete(`${event.chat}.${event.message_id}`);
    render();
  } else if (event.type === "action" && event.chat === state.chat) {
    document.querySelector(".typing")?.remove();
    $("log").append(node("div", "typing", `${state.bot.first_name} is typing…`));
    toEnd();
  } else if (["person", "chat", "commands", "clock"].includes(event.type)) load().then(render);
}

async function load() {
  const world = await (await fetch("/control/world")).json();
  Object.assign(state, { bot: world.bot, people: world.people, chats: world.chats, commands: world.commands, menus: world.menus });
  state.messages = new Map(world.messages.map((message) => [`${message.chat.id}.${message.message_id}`, message]));
  state.person ??= world.people[0].id;
  state.chat ??= state.person;
}

await load();
render();
const events = new EventSource("/control/events");
events.addEventListener("message", (event) => happened(JSON.parse(event.data)));
let wasLost = false;
events.addEventListener("error", () => { wasLost = true; });
events.addEventListener("open", () => { if (wasLost) load().then(render); });
document.documentElement.dataset.ready = "yes";
