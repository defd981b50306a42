// A rich message's blocks, as elements.

export function richPage(message, act) {
  const root = make("div", "rich");
  root.dir = message.is_rtl ? "rtl" : "ltr";
  root.append(...message.blocks.map((block) => blockElement(block, act)));
  return root;
}

function make(tag, className = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}

function withText(tag, text, act, className) {
  const made = make(tag, className);
  made.dir = "auto";
  made.append(...nodes(text, act));
  return made;
}

const BLOCKS = {
  heading: (block, act) => withText(`h${Math.min(block.size + 1, 6)}`, block.text, act),
  paragraph: (block, act) => withText("p", block.text, act),
  footer: (block, act) => withText("footer", block.text, act),
  pre: (block, act) => withText("pre", block.text, act),
  divider: () => make("hr"),
  pullquote: (block, act) => withText("blockquote", block.text, act, "pullquote"),
  expandable_blockquote: (block, act) => withText("blockquote", block.text, act),
  blockquote: (block, act) => holding("blockquote", block.blocks, act),
  list: (block, act) => {
    const list = make(block.is_ordered ? "ol" : "ul");
    list.append(...block.items.map((item) => holding("li", item.blocks, act)));
    return list;
  },
  details: (block, act) => {
    const details = holding("details", block.blocks, act);
    details.open = block.is_open;
    details.prepend(withText("summary", block.summary, act));
    return details;
  },
  photo: (block, act) => {
    const figure = make("figure"), image = make("img");
    image.src = block.photo[0].file_id;
    image.alt = "";
    figure.append(image);
    if (block.caption) {
      const caption = withText("figcaption", block.caption.text, act);
      if (block.caption.credit) caption.append(" ", withText("cite", block.caption.credit, act));
      figure.append(caption);
    }
    return figure;
  },
};

const blockElement = (block, act) => (BLOCKS[block.type] ?? BLOCKS.paragraph)(block, act);

function holding(tag, blocks, act) {
  const made = make(tag);
  made.append(...blocks.map((block) => blockElement(block, act)));
  return made;
}

const STYLES = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", marked: "mark", subscript: "sub",
  superscript: "sup", spoiler: "span" };

function nodes(text, act) {
  if (typeof text === "string") return text.split("\n").flatMap((line, index) => (index ? [make("br"), line] : [line]));
  if (Array.isArray(text)) return text.flatMap((part) => nodes(part, act));
  return [styled(text, act)];
}

function styled(text, act) {
  const made = make({ url: "a", reference_link: "a", date_time: "time", reference: "span" }[text.type] ?? STYLES[text.type] ?? "span");
  made.append(...nodes(text.text, act));
  if (text.type === "url") {
    made.href = text.url;
    made.target = "_blank";
    made.rel = "noopener";
    made.addEventListener("click", (event) => { if (act.open(made.href)) event.preventDefault(); });
  }
  if (text.type === "reference") made.dataset.reference = text.name;
  if (text.type === "reference_link") {
    made.href = `#${text.reference_name}`;
    made.addEventListener("click", (event) => {
      event.preventDefault();
      const target = made.closest(".rich").querySelector(`[data-reference="${text.reference_name}"]`);
      target?.closest("details")?.setAttribute("open", "");
      target?.scrollIntoView({ block: "center", behavior: "smooth" });
    });
  }
  if (text.type === "date_time") {
    const date = new Date(text.unix_time * 1000);
    made.dateTime = date.toISOString();
    made.textContent = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "short" }).format(date);
  }
  return made;
}
