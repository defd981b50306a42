"""Outlets and their spellings."""

from sqlalchemy import Column, ForeignKey, Table, Text

from storage.schema.columns import Id, metadata

outlets = Table(
    "outlets",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("owner", Text),  # outlets of one owner are not independent of each other
    Column("country", Text),
    Column("language", Text),
)

# Spellings of an outlet: squashed aliases (`trtglobal`) and domains (`trtworld.com`).
outlet_aliases = Table(
    "outlet_aliases",
    metadata,
    Column("alias", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("outlet_id", ForeignKey("outlets.id"), nullable=False, index=True),
)
