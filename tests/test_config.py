"""The configuration and its errors."""

import tomllib
from pathlib import Path

import pytest

from bot.config import Config, find_config_file, load_config
from bot.errors import ConfigError
from storage.database import open_database
from storage.errors import StorageUnavailable

ROOT = Path(__file__).parent.parent


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_example_has_every_key_with_its_default() -> None:
    text = (ROOT / "config.example.toml").read_text("utf-8")
    uncommented = "\n".join(
        line.removeprefix("# ") if line.startswith(("# token", "# api_key", "# webhook_s", "# url")) else line
        for line in text.split("\n")
    )
    documented = {(section, key) for section, keys in tomllib.loads(uncommented).items() for key in keys}
    fields = {
        (section, key)
        for section, field in Config.model_fields.items()
        for key in field.annotation.model_fields  # type: ignore[union-attr]  # every section is a model
    }
    assert documented == fields
    assert load_config(ROOT / "config.example.toml").model_dump() == load_config(None).model_dump()


def test_environment_goes_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, '[briefing]\ntimezone = "Europe/Berlin"\nmax_articles = 3\n')
    monkeypatch.setenv("DATELINE_BRIEFING__TIMEZONE", "Asia/Tokyo")
    config = load_config(path)
    assert (config.briefing.timezone, config.briefing.max_articles) == ("Asia/Tokyo", 3)


def test_token_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text("123:abc\n")
    monkeypatch.setenv("DATELINE_TELEGRAM__TOKEN_FILE", str(tmp_path / "token"))
    config = load_config(None)
    assert config.token == "123:abc"
    assert "123:abc" not in repr(config)
    assert load_config(write(tmp_path, '[telegram]\ntoken = "456:def"\n')).token == "123:abc"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[telegram]\ntokn = 1",
            "telegram.tokn: no such key; allowed here: api_url, mode, owner_ids, rich_messages, token, token_file, "
            "webhook_secret, webhook_secret_file, webhook_url",
        ),
        (
            "[newz]\nx = 1",
            "newz: no such key; allowed here: briefing, delivery, http, limits, llm, log, newsroom, publication, retention, storage, telegram",
        ),
        (
            '[briefing]\ntimezone = "Mars"',
            "briefing.timezone is 'Mars', expected an IANA time zone such as Europe/Berlin",
        ),
        ("[briefing]\nmax_articles = 0", "briefing.max_articles is 0, expected greater than or equal to 1"),
        ('[log]\nlevel = "loud"', "log.level is 'loud', expected 'debug', 'info', 'warning' or 'error'"),
        ('[telegram]\napi_url = "x"', "telegram.api_url is 'x', expected an address such as https://api.telegram.org"),
        ("[telegram]\ntoken = 5", "telegram.token expected a text in quotes"),
        (
            '[telegram]\ntoken_file = "/none"',
            "telegram expected token_file as a file that can be read; /none: No such file or directory",
        ),
        (
            '[telegram]\nmode = "webhook"\nwebhook_url = "http://bot.example/updates"',
            "telegram expected webhook_url as an https address with a path of its own, "
            "such as https://bot.example/updates",
        ),
        (
            '[telegram]\nmode = "webhook"\nwebhook_url = "https://bot.example/updates"\nwebhook_secret = "short"',
            "telegram expected webhook_secret of 16 to 256 letters, digits, _ and -",
        ),
        (
            '[telegram]\nmode = "webhook"\nwebhook_url = "https://bot.example/updates"\n'
            'webhook_secret = "0123456789abcdef"',
            "expected http.listen as an address, for telegram.mode is webhook",
        ),
        (
            '[storage]\nurl_file = "/none"',
            "storage expected url_file as a file that can be read; /none: No such file or directory",
        ),
        ("[telegram", "this is no TOML: Expected ']' at the end of a table declaration (at end of document)"),
    ],
)
def test_bad_keys_and_values_are_named(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value) == f"{path}: {message}"


def test_bad_variables_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_BRIEFING__MAX_ARTICLES", "many")
    with pytest.raises(ConfigError, match=r"^environment: briefing\.max_articles is 'many', expected a whole number"):
        load_config(None)
    monkeypatch.setenv("DATELINE_BREIFING__X", "1")
    with pytest.raises(ConfigError, match="environment: DATELINE_BREIFING__X: no such key"):
        load_config(None)


def test_files_that_cannot_be_read_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_config_file(None) is None
    with pytest.raises(ConfigError, match=r"none\.toml: there is no such file"):
        find_config_file(tmp_path / "none.toml")
    path = write(tmp_path, "x")
    assert find_config_file(None) == Path("config.toml")
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="this is no UTF-8 text"):
        load_config(path)


def test_missing_token_says_what_to_do() -> None:
    with pytest.raises(ConfigError, match=r"telegram\.token is missing; run `dateline init`"):
        _ = load_config(None).token


@pytest.mark.parametrize("form", ["postgresql", "postgres", "postgresql+asyncpg", "postgres+asyncpg"])
def test_database_is_named_in_every_way_that_hosts_write_it(form: str) -> None:
    url = f"{form}://dateline:hush@db.example:5432/dateline"
    named = Config.model_validate({"storage": {"url": url}}).storage.url
    assert open_database(named).url.render_as_string() == "postgresql+asyncpg://dateline:***@db.example:5432/dateline"


def test_options_of_a_host_are_left_out_and_unknown_ones_named() -> None:
    hosted = open_database(
        "postgresql://u@h/d?sslmode=require&channel_binding=require&application_name=x&connect_timeout=9"
    )
    assert hosted.url.render_as_string() == "postgresql+asyncpg://u@h/d?ssl=require"
    named = open_database("postgresql://h/d?user=u&password=secret").url
    assert (named.username, named.password, named.query) == ("u", "secret", {})
    with pytest.raises(StorageUnavailable, match="nosuch is no option"):
        open_database("postgresql://u@h/d?nosuch=1")


def test_password_among_the_options_of_an_address_is_a_secret(tmp_path: Path) -> None:
    path = write(tmp_path, '[storage]\nurl = "postgresql://u@h/d?password=longsecret"\n')
    assert load_config(path).secrets == ("longsecret",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[telegram]\nowner_ids = [99999999999999999999]\n", "owner_ids"),
        ("[telegram]\nowner_ids = [0]\n", "owner_ids"),
        ("[telegram]\nowner_ids = [true]\n", "owner_ids"),
        ('[telegram]\ntoken_file = ["a"]\n', "token_file as the name of one file"),
        (f"a = {'[' * 5000}\n", "no configuration: it is nested too deeply"),
        (f"a = {'9' * 5000}\n", "no configuration"),
    ],
)
def test_odd_configuration_is_an_error_in_words(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_config(write(tmp_path, text))
