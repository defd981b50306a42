"""What owners are told of incidents."""

from bot.views.incidents import told
from storage.model import Incident


def test_what_began_stands_before_what_is_over_and_many_are_counted() -> None:
    begun = [Incident(key=f"feed {number}", said=f"Feed {number} is dead") for number in range(1, 10)]
    ended = [Incident(key="backup", said="The backup failed")]
    assert told(begun, ended).text.plain == (
        "⚠️ Needs a look\n"
        + "\n".join(f"Feed {number} is dead" for number in range(1, 9))
        + "\nand 1 more\n\n✅ No longer so\nThe backup failed"
    )
    assert told((), ended).text.plain == "✅ No longer so\nThe backup failed"


def test_what_is_over_gives_no_advice() -> None:
    uncertain = Incident(key="u", said="6 deliveries are uncertain: `dateline deliveries list`, then resend or leave.")
    disk = Incident(key="d", said="The disk has 3 MB left. Make room before the database cannot grow.")
    assert told((), (uncertain, disk)).text.plain == (
        "✅ No longer so\n6 deliveries are uncertain\nThe disk has 3 MB left"
    )
