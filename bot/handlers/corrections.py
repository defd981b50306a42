"""/correct and /withdraw: what readers were told is put right in every message, and on record."""

from dataclasses import replace

from bot.asking import read_number
from bot.context import Request
from bot.desk import steps, work
from bot.errors import EditorError
from bot.newsroom.text.cleaning import clean_line
from bot.views import desk_changes
from bot.views.desk_publishing import digest
from storage.model import Asked, Label, Proof


async def correct(request: Request) -> None:
    """Answer /correct 12: the current text, to be changed."""
    await request.require_editor()
    await _open_proof(request, _asked_number(request, "/correct 12"))


async def press_correct(request: Request) -> None:
    """Begin a correction."""
    await request.require_editor()
    await _open_proof(request, int(request.arguments[0]))


async def _open_proof(request: Request, number: int) -> None:
    article = await work.get_published(request, number)
    said = "Change it here; readers see nothing until you save it."
    proof = await request.storage.desk.find_proof(request.chat.id, number)
    if proof is None:
        # No button of an earlier proof fits this one.
        version = int(request.now.timestamp())
        proof = Proof(number=number, revision=article.revision, version=version, text=article.text)
        await request.storage.desk.save_proof(request.chat.id, proof, now=request.now)
    elif proof.revision != article.revision:
        _, merged = await steps.catch_up(request, article, proof)
        said = desk_changes.caught_up(article, merged.both)
    await work.show(request, number, said=said)


def _asked_number(request: Request, example: str) -> int:
    number = read_number(request.arguments[0]) if request.arguments else None
    if number is None:
        raise EditorError(f"Which one? Type it like {example}.")
    return number


async def discard(request: Request) -> None:
    """Forget a correction in the making."""
    await request.require_editor()
    number, version = map(int, request.arguments)
    await work.get_proof(request, number, version)
    await request.storage.desk.drop_proof(request.chat.id, number)
    await work.show(request, number, said="Discarded. The article is as it was.")


async def ask_label(request: Request) -> None:
    """Show what a correction changes, and ask how it is labelled."""
    await request.require_editor()
    number, version = map(int, request.arguments)
    await work.get_proof(request, number, version)
    await steps.ask_label(request, await work.get_work(request, number))


async def ask_override(request: Request) -> None:
    """Ask why a correction is saved in spite of what the gate found."""
    await request.require_editor()
    number, version = map(int, request.arguments)
    await work.get_proof(request, number, version)
    question = f"Why is this change of #{number} saved in spite of the gate?"
    asked = Asked(what=steps.DESPITE, number=number, revision=version)
    await steps.ask(request, asked, question, "It stays on record, with your name and the findings.")


async def ask_note(request: Request) -> None:
    """Ask for a correction's note."""
    await request.require_editor()
    label, number, version = Label(request.arguments[0]), int(request.arguments[1]), int(request.arguments[2])
    await work.get_proof(request, number, version)
    if label is Label.WITHDRAWAL:
        raise EditorError(f"#{number} is withdrawn by /withdraw {number}.")
    asked = Asked(what=f"{steps.NOTE} {label.value}", number=number, revision=version)
    hint = "One line for readers: what was wrong, and what is right."
    await steps.ask(request, asked, f"What changed in #{number}?", hint)


async def withdraw(request: Request) -> None:
    """Answer /withdraw 12: ask for the reason, unless it stands behind the number."""
    await request.require_editor()
    await _ask_to_withdraw(request, _asked_number(request, "/withdraw 12"), reason=" ".join(request.arguments[1:]))


async def press_withdraw(request: Request) -> None:
    """Ask for the reason of a withdrawal."""
    await request.require_editor()
    await _ask_to_withdraw(request, int(request.arguments[0]))


async def _ask_to_withdraw(request: Request, number: int, *, reason: str = "") -> None:
    article = await work.get_published(request, number)
    asked = Asked(what=steps.REASON, number=number, revision=article.revision)
    if clean_line(reason):
        await request.storage.desk.ask(request.chat.id, replace(asked, typed=reason), now=request.now)
        await steps.confirm_withdrawal(request, asked, reason)
        return
    await steps.ask(request, asked, f"Why is #{number} withdrawn?", "Readers see the reason in its place.")


async def confirm_withdrawal(request: Request) -> None:
    """Withdraw an article for the reason that the button stood under."""
    await request.require_editor()
    asked = await request.storage.desk.find_asked(request.chat.id)
    number = int(request.arguments[0])
    if asked is None or asked.what != steps.REASON or asked.number != number or not asked.typed:
        raise EditorError(f"Type /withdraw {number} again.")
    if request.arguments[1:] != (digest(asked.typed),):
        raise EditorError("You have typed another reason since; press the button under that one.")
    await steps.withdraw(request, number, asked.revision, asked.typed)
