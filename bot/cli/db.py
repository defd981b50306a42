"""`dateline db`: the database's schema."""

import typer

from bot.cli.shared import ConfigFlag, configure, runs, say
from storage.migrate import SchemaState, check_schema, upgrade
from storage.store import open_storage

app = typer.Typer(help="Upgrade and check the database.", no_args_is_help=True)


@app.command("upgrade")
@runs
async def upgrade_(config: ConfigFlag = None) -> None:
    """Bring the database to this program's schema."""
    storage = open_storage(configure(config).storage.url)
    try:
        before = await upgrade(storage.database)
        await storage.outlets.ensure_shipped()  # a newer program may know more outlets
    finally:
        await storage.close()
    say("the schema was current already" if before is SchemaState.CURRENT else "the schema is current now")


@app.command()
@runs
async def check(config: ConfigFlag = None) -> None:
    """Check that the database answers and has this program's schema."""
    storage = open_storage(configure(config).storage.url)
    try:
        await check_schema(storage.database)
        await storage.database.check_integrity()
    finally:
        await storage.close()
    say("ok")
