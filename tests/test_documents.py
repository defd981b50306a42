"""The references say what the code says."""

import re

from bot.cli.chat_rows import COLUMNS
from bot.config import Config
from tests.documents import DOCS, list_documented_keys, list_example_keys, write_commands, write_configuration


def test_reference_of_commands_is_as_the_code_has_them() -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == write_commands()


def test_reference_of_keys_is_as_the_example_has_them_and_leaves_none_out() -> None:
    written = write_configuration()
    assert (DOCS / "configuration.md").read_text("utf-8") == written
    every = {
        (section, key)
        for section, field in Config.model_fields.items()
        for key in field.annotation.model_fields  # type: ignore[union-attr]  # every section is a model
    }
    assert list_documented_keys(written) == every
    assert list_example_keys() <= every


def test_subscriptions_file_is_documented_column_by_column() -> None:
    text = (DOCS / "subscriptions-file.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(COLUMNS)
