// Text with Telegram's entities, as elements. Offsets are UTF-16 units, which is how JavaScript counts too.

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span" };

export function formatted(text, entities, act) {
  const root = document.createElement("div");
  root.className = "text";
  root.dir = "auto";
  const marks = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  append(root, text, 0, text.length, marks, act);
  return root;
}

function append(parent, text, start, end, marks, act) {
  let at = start;
  while (marks.length && marks[0].offset < end) {
    const mark = marks.shift();
    if (mark.offset < at) continue;
    parent.append(text.slice(at, mark.offset));
    const stop = Math.min(mark.offset + mark.length, end);
    const inner = [];
    while (marks.length && marks[0].offset < stop) inner.push(marks.shift());
    parent.append(element(mark, text, stop, inner, act));
    at = stop;
  }
  parent.append(text.slice(at, end));
}

function element(mark, text, stop, inner, act) {
  const words = text.slice(mark.offset, stop);
  if (mark.type === "date_time") return dateElement(mark, words);
  if (mark.type === "bot_command") return command(words, act);
  const tag = mark.type === "text_link" || mark.type === "url" ? "a" : TAGS[mark.type] || "span";
  const node = document.createElement(tag);
  if (tag === "a") {
    node.href = mark.url || words;
    node.target = "_blank";
    node.rel = "noopener";
    node.addEventListener("click", (event) => { if (act.open(node.href)) event.preventDefault(); });
  }
  if (mark.type === "expandable_blockquote") {
    node.className = "folded";
    node.addEventListener("click", () => node.classList.toggle("folded"));
  }
  append(node, text, mark.offset, stop, inner, act);
  return node;
}

function command(words, act) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "command";
  node.textContent = words;
  node.addEventListener("click", () => act.say(words));
  return node;
}

function dateElement(mark, words) {
  const node = document.createElement("time");
  const date = new Date(mark.unix_time * 1000);
  node.dateTime = date.toISOString();
  node.title = words;
  node.textContent = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "short" }).format(date);
  return node;
}
