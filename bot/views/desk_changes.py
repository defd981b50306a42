"""What changed on the desk: between two editors, by a correction, over time."""

from collections.abc import Sequence

from bot.newsroom.changes import Change, list_changes
from bot.views.desk import moment
from bot.views.desk_article import LINE_UTF16, TYPED_UTF16, Work, findings, yours
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import MESSAGE, Budget, pack, shorten
from bot.views.text import Text, bold, italic, join
from storage.model import Article, Asked, Check, Label, Progress, Proof, Recorded

_ALMOST_A_MESSAGE = Budget(utf16=MESSAGE.utf16 - 20, entities=MESSAGE.entities - 1)  # the rest says that there is more


def conflict(asked: Asked | None, article: Article, changes: Sequence[Change]) -> Page:
    """Return what the second of two editors is shown: what the first one changed, and their own words."""
    head = f"Somebody changed #{article.number} meanwhile; it is at revision {article.revision} now."
    typed = asked.typed if asked else None
    buttons = rows(
        (
            Button(label="Put mine in", press=press("mine", article.number, article.revision)) if typed else None,
            Button(label="Leave theirs", press=press("review", article.number)),
        )
    )
    return Page(
        text=_on_one_page([bold(head), *(yours(typed) if typed else ()), *describe_changes(changes)]), buttons=buttons
    )


def _on_one_page(blocks: Sequence[Text]) -> Text:
    """Return blocks as one message holds them, and that there is more where there is."""
    pages = pack(blocks, budget=_ALMOST_A_MESSAGE)
    shown = [piece.text for piece in pages[0]]
    return join("\n\n", shown if len(pages) == 1 else [*shown, italic("… and more.")])


def stale_proof(work: Work, asked: Asked) -> Page:
    """Return what an editor is shown who typed to an earlier question of a correction: their words stay at hand."""
    number = work.article.number
    head = f"Your correction of #{number} has moved on since this was asked."
    buttons = (
        Button(label="Put mine in", press=press("mine", number, work.version)),
        Button(label="Leave it", press=press("review", number)),
    )
    return Page(text=join("\n\n", [bold(head), *yours(asked.typed)]), buttons=rows(buttons))


def describe_changes(changes: Sequence[Change]) -> list[Text]:
    """Return each change as a person reads it: where, what it said, what it says."""
    return [
        join("\n", [bold(change.place), f"− {_short(change.before)}", f"+ {_short(change.after)}"])
        for change in changes
    ]


def _short(words: str) -> str:
    return shorten(words or "(nothing)", LINE_UTF16)


def labels_page(work: Work, changes: Sequence[Change], checks: Sequence[Check] | None) -> Page:
    """Return what asks how a correction is labelled, with all that it changes and what the gate finds in it.

    What the gate blocks needs a reason first.
    """
    number = work.article.number
    labels = tuple(
        (Button(label=_LABELS[label], press=press("label", label.value, number, work.version)),) for label in _LABELS
    )
    is_blocked = work.override is None and any(check.blocks for check in checks or ())
    in_spite = Button(label="Save in spite of it…", press=press("despite", number, work.version))
    buttons = ((in_spite,),) if is_blocked else labels
    head = f"The gate blocks this change of #{number}" if is_blocked else f"What kind of change is this to #{number}?"
    text = _on_one_page([bold(head), *([findings(checks)] if checks else []), *describe_changes(changes)])
    return Page(text=text, buttons=(*buttons, *rows((Button(label="◀ Back", press=press("review", number)),))))


_LABELS = {
    Label.CORRECTION: "Correction: it was wrong",
    Label.UPDATE: "Update: more to tell",
    Label.REFILE: "Refile: a slip",
}


def progress_line(number: int, label: Label, progress: Progress) -> str:
    """Return how far a correction has come: `1,204 of 1,210 messages corrected; 6 gone; 3 out of reach`."""
    verb = "withdrawn" if label is Label.WITHDRAWAL else "corrected"
    if not progress.total:
        return f"#{number}: {verb}; no message showed it." if progress.is_over else f"#{number}: {verb} …"
    known = progress.total - progress.out_of_reach
    parts = [f"#{number}: {progress.corrected:,} of {known:,} {'message' if known == 1 else 'messages'} {verb}"]
    if progress.gone:
        parts.append(f"{progress.gone:,} gone")
    if progress.out_of_reach:
        parts.append(f"{progress.out_of_reach:,} out of reach")
    return "; ".join(parts) + ("." if progress.is_over else " …")


def overtaken(article: Article, proof: Proof, both: Sequence[str], *, note: str | None = None) -> Page:
    """Return what the second of two who correct is shown: what their proof, with the first one's in it, changes now.

    `both` names what both changed, `note` is what they had typed for readers.
    """
    head = f"{caught_up(article, both)} Saved now, it would change this:"
    changes = describe_changes(list_changes(article.text, proof.text)) or [Text("Nothing any more.")]
    noted = [Text(f"Your note was: {shorten(note, TYPED_UTF16)}")] if note else []
    opening = Button(label=f"Open my proof of #{article.number}", press=press("review", article.number))
    return Page(text=_on_one_page([bold(head), *noted, *changes]), buttons=((opening,),))


def caught_up(article: Article, both: Sequence[str]) -> str:
    """Return what an editor is told whose proof was made of an earlier revision."""
    kept = f" Both of you changed this, and yours stands in it: {', '.join(both)}." if both else ""
    return f"Somebody corrected #{article.number} meanwhile; theirs is in your proof now.{kept}"


def history_page(frame: Frame, number: int, steps: Sequence[Recorded]) -> Page:
    """Return what was done to an article, the last step first."""
    entries = [_step_entry(frame, step) for step in reversed(steps)]
    text = _on_one_page([bold(f"History of #{number}"), *entries])
    return Page(text=text, buttons=rows((Button(label=f"◀ #{number}", press=press("review", number)),)))


def _step_entry(frame: Frame, step: Recorded) -> Text:
    what = f"{step.action.value} ({step.label.value})" if step.label else step.action.value
    blocking = sum(check.blocks for check in step.checks or ())
    count = f"{blocking} {'finding' if blocking == 1 else 'findings'}"
    in_spite = f"in spite of {count}: {step.override}" if step.override else ""
    head = f"{moment(frame, step.at)} · {step.actor} · {what} · revision {step.revision}"
    return join("\n", [head, step.reason or "", in_spite])
