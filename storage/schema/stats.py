"""What is counted by day, of everybody together: nothing in it is about one chat."""

from sqlalchemy import BigInteger, Column, Date, Table, Text

from storage.schema.columns import metadata

daily_counts = Table(
    "daily_counts",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", Text, primary_key=True),  # press, delivery or subscriptions
    Column("name", Text, primary_key=True),  # the button, the delivery's state, the subscription's
    Column("count", BigInteger, nullable=False),
)

story_opens = Table(
    "story_opens",
    metadata,
    Column("day", Date, primary_key=True),
    Column("article_number", BigInteger, primary_key=True),
    Column("count", BigInteger, nullable=False),
)
