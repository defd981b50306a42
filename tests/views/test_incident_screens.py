"""What owners are told of incidents."""

from bot.views.incidents import told
from storage.model import Incident


def test_what_began_stands_before_what_is_over_and_many_are_counted() -> None:
    begun = [Incident(key=f"feed {number}", said=f"Feed {number} is dead") for number in range(1, 10)]
    ended = [Incident(key="backup", said="The backup failed")]
    assert told(begun, ended).text.plain == (
        "⚠️ Needs a look\n"
        + "\n".join(f"Feed {number} is dead" for number in range(1, 9))
        + "\nand 1 more\n\n✅ Over\nThe backup failed"
    )
    assert told((), ended).text.plain == "✅ Over\nThe backup failed"
