"""An article on the desk: what can be done to it, and the questions that editing asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.newsroom.editing import LISTS, NOTHING, Field
from bot.views.desk import back_from, moment
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import shorten
from bot.views.story import VOTES
from bot.views.text import Text, bold, italic, join
from storage.model import Article, ArticleText, Asked, Check, Status, Vote

MOST_FINDINGS = 12
LINES_PER_PAGE = 12  # of at most 300 characters: they fit one message, and their buttons under it
LINE_UTF16 = 300
TYPED_UTF16 = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An article under an editor's hands: a draft itself, or a proof of what is published, which readers do not see.

    `version` grows with each change: a button says which one it was made for.
    """

    article: Article
    text: ArticleText
    version: int
    is_proof: bool = False
    is_behind: bool = False  # somebody corrected the article since the proof was made
    override: str | None = None  # why a proof may be saved in spite of what the gate finds

    @property
    def can_be_edited(self) -> bool:
        """Whether a change goes into it now."""
        return self.is_proof or self.article.status in (Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED)


def panel(
    frame: Frame,
    work: Work,
    checks: Sequence[Check] | None,
    *,
    said: str = "",
    votes: Mapping[Vote, int] | None = None,
    event_id: int | None = None,
) -> Page:
    """Return what can be done to an article, and what the gate says of it; its preview stands above.

    `said` is what just happened to it, `votes` are its readers', `event_id` leads to the reports it was drafted of.
    """
    article = work.article
    state = "correction in the making, not saved yet" if work.is_proof else article.status.value.replace("_", " ")
    if work.is_behind:
        state += ", and somebody corrected it meanwhile"
    head = f"#{article.number} · {state} · revision {article.revision}"
    if article.status is Status.SCHEDULED and article.publish_at:
        head += f" · publishes {moment(frame, article.publish_at)}"
    lines = [Text(said), bold(head), findings(checks)]
    if article.priority:
        lines.insert(2, Text(f"priority {article.priority}"))
    if article.earlier:
        lines.insert(2, Text(f"continues #{article.earlier}"))
    if votes:
        lines.append(Text(" · ".join(f"{VOTES[vote]} {votes.get(vote, 0):,}" for vote in Vote)))
    event = None if event_id is None else Button(label="Event", press=press("event", event_id))
    return Page(text=join("\n", lines), buttons=rows(*_edit_rows(work), *_step_rows(work), (back_from(article), event)))


def findings(checks: Sequence[Check] | None) -> Text:
    """Return what the fact gate found: the token, where it stands, and which sources were searched."""
    if checks is None:
        return italic("The gate could not check it: none of the pages it cites is here.")
    if not checks:
        return Text("✓ The gate found nothing to object to.")
    lines = [_finding(check) for check in checks[:MOST_FINDINGS]]
    if len(checks) > MOST_FINDINGS:
        lines.append(f"and {len(checks) - MOST_FINDINGS} more")
    return Text("\n".join(lines))


def _finding(check: Check) -> str:
    searched = "".join(f"[{source}]" for source in check.sources)
    sign = "✗ blocks" if check.blocks else "! warns"
    why = check.detail or (f"not in {searched}" if searched else "no source says it")
    return shorten(f"{sign}: {check.kind} “{check.token}” in {check.place}: {why}", LINE_UTF16)


def _edit_rows(work: Work) -> tuple[tuple[Button | None, ...], ...]:
    if not work.can_be_edited:
        return ()
    key = (work.article.number, work.version)
    buttons = {
        field: Button(
            label=_NAMES[field],
            press=press("lines" if field in LISTS else "edit", field.value, *key),
        )
        for field in Field
    }
    priority = Button(
        label="★ Priority" if work.article.priority else "☆ Priority",
        press=press("priority", work.article.number, 0 if work.article.priority else 1),
    )
    return (
        (buttons[Field.HEADLINE], buttons[Field.BULLET], buttons[Field.PARAGRAPH]),
        (buttons[Field.CREDIT], buttons[Field.SOURCE], buttons[Field.PICTURE]),
        (buttons[Field.SECTION], buttons[Field.LANGUAGE], None if work.is_proof else priority),
    )


_NAMES = {
    Field.HEADLINE: "Headline",
    Field.BULLET: "Bullets",
    Field.PARAGRAPH: "Story",
    Field.SOURCE: "Sources",
    Field.CREDIT: "Credit",
    Field.SECTION: "Section",
    Field.LANGUAGE: "Language",
    Field.PICTURE: "Picture",
}


def _step_rows(work: Work) -> tuple[tuple[Button | None, ...], ...]:
    number, status = work.article.number, work.article.status
    key = (number, work.article.revision)
    card = Button(label="Briefing", press=press("card", number))
    history = Button(label="History", press=press("history", number))
    is_over = status in (Status.SPIKED, Status.WITHDRAWN)
    last = (card, history, None if is_over else Button(label="Series…", press=press("continue", number)))
    if work.is_proof:
        save = Button(label="Save…", press=press("labels", number, work.version))
        return (save, Button(label="Discard", press=press("discard", number, work.version))), last
    steps: dict[Status, tuple[Button, ...]] = {
        Status.PUBLISHED: (
            Button(label="Correct", press=press("correct", number)),
            Button(label="Withdraw…", press=press("withdraw", number)),
        ),
        Status.SPIKED: (Button(label="Revive", press=press("revive", *key)),),
        Status.SCHEDULED: (Button(label="Unschedule", press=press("unschedule", *key)),),
        Status.WITHDRAWN: (),
    }
    of_draft = (
        Button(label="Publish…", press=press("publish", *key)),
        Button(label="Later…", press=press("schedule", *key)),
        Button(label="Spike", press=press("spike", *key)),
    )
    return steps.get(status, of_draft), last


def lines_page(work: Work, field: Field, lines: Sequence[str], *, page: int = 1) -> Page:
    """Return the screen of a list: each line to edit, move up or drop, and one to add."""
    key = (field.value, work.article.number, work.version)
    pages = max(1, -(-len(lines) // LINES_PER_PAGE))
    page = min(max(page, 1), pages)
    shown = range((page - 1) * LINES_PER_PAGE + 1, min(page * LINES_PER_PAGE, len(lines)) + 1)
    numbered = [f"{place}. {shorten(lines[place - 1], LINE_UTF16)}" for place in shown]
    buttons = [
        (
            Button(label=f"✎ {place}", press=press("line", *key, place)),
            Button(label=f"▲ {place}", press=press("up", *key, place)) if place > 1 else None,
            Button(label=f"✕ {place}", press=press("drop", *key, place)),
        )
        for place in shown
    ]
    turning = (
        Button(label="◀", press=press("lines", *key, page - 1)) if page > 1 else None,
        Button(label=f"{page} of {pages}", press=press("lines", *key, page)) if pages > 1 else None,
        Button(label="▶", press=press("lines", *key, page + 1)) if page < pages else None,
    )
    last = (
        Button(label="+ Add", press=press("line", *key, 0)),
        Button(label=f"◀ #{work.article.number}", press=press("review", work.article.number)),
    )
    listed = numbered or ["(none)"]
    text = join("\n\n", [bold(f"{_NAMES[field]} of #{work.article.number}"), *listed])
    return Page(text=text, buttons=rows(*buttons, turning, last))


def page_of(position: int) -> int:
    """Return the page of a list on which a line stands, by its position from 1."""
    return 1 + max(0, position - 1) // LINES_PER_PAGE


def question(field: Field, number: int, position: int, now_says: str) -> Page:
    """Return what asks for a field's words."""
    what = f"{_SINGULAR[field]} {position}" if position else _SINGULAR[field]
    asked = f"Send the new {what} of #{number}." if now_says else f"Send {_ARTICLES[field]} for #{number}."
    current = [Text("Now it says:"), Text(shorten(now_says, TYPED_UTF16))] if now_says else []
    return Page(text=join("\n\n", [bold(asked), _HINTS[field], *current]), buttons=cancelling())


_SINGULAR = {
    Field.HEADLINE: "headline",
    Field.BULLET: "bullet",
    Field.PARAGRAPH: "paragraph",
    Field.SOURCE: "source",
    Field.CREDIT: "credit line",
    Field.SECTION: "section",
    Field.LANGUAGE: "language",
    Field.PICTURE: "picture",
}
_ARTICLES = {field: f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" for field, noun in _SINGULAR.items()}
_HINTS = {
    Field.HEADLINE: "",
    Field.BULLET: "Marks such as [1][2] name the sources that bear it.",
    Field.PARAGRAPH: "Marks such as [1] name the sources; **bold**, *italics*, > for a quotation.",
    Field.SOURCE: "Outlet | title | address | 2026-11-24. Only the outlet is needed.",
    Field.CREDIT: f"Names of outlets; {NOTHING} draws it from the sources.",
    Field.SECTION: f"Its name; {NOTHING} for none.",
    Field.LANGUAGE: "A code such as en or pt-BR.",
    Field.PICTURE: f"A photo, or address | caption | photographer; {NOTHING} for none.",
}


def asks(question_: str, hint: str = "") -> Page:
    """Return any other question of the desk."""
    return Page(text=join("\n\n", [bold(question_), hint]), buttons=cancelling())


def cancelling() -> tuple[tuple[Button, ...], ...]:
    """Return the button under a question."""
    return ((Button(label="Cancel", press=press("cancel")),),)


def refused(problem: str, typed: str) -> Page:
    """Return what is said to words that cannot be taken: they stay at hand."""
    kept = [Text("You typed:"), Text(shorten(typed, TYPED_UTF16))] if typed else []
    return Page(text=join("\n\n", [bold(problem), "Send it again, changed.", *kept]), buttons=cancelling())


def dropped(problem: str, typed: str) -> Page:
    """Return what is said to words that nothing can be done with any more: they can be copied from here."""
    return Page(text=join("\n\n", [bold(problem), *yours(typed)]))


def yours(typed: str | None) -> tuple[Text, ...]:
    """Return what an editor typed, to be copied or put in; nothing where a photo came without words."""
    return (Text("Yours:"), Text(shorten(typed, TYPED_UTF16))) if typed else ()


def line_is_gone(asked: Asked, version: int) -> Page:
    """Return what an editor is shown whose line was changed or dropped by somebody else: it can go in as a new one."""
    field = Field(asked.what)
    head = f"That {_SINGULAR[field]} of #{asked.number} is not there any more as it was. Add yours as a new one?"
    adding = Button(label="Add mine", press=press("mine", asked.number, version))
    leaving = Button(label="Leave it", press=press("review", asked.number))
    return Page(text=join("\n\n", [bold(head), *yours(asked.typed)]), buttons=rows((adding, leaving)))


def state_sentence(article: Article) -> str:
    """Return why an article takes no change now, and what to do about it."""
    number = article.number
    sentences = {
        Status.PUBLISHED: f"#{number} is published; /correct {number} changes it.",
        Status.WITHDRAWN: f"#{number} is withdrawn; nothing of it is changed any more.",
        Status.SPIKED: f"#{number} is spiked; revive it first.",
        Status.SCHEDULED: f"#{number} is scheduled; unschedule it first.",
    }
    return sentences.get(article.status, moved_on(number))


def moved_on(number: int) -> str:
    """Return what is said of an article that is not as it was looked at."""
    return f"#{number} has moved on; open it again."


def said(text: str) -> Page:
    """Return a page of one sentence."""
    return Page(text=Text(text))
