"""Make schema.json, the compact table of methods and their parameters, from the Bot API as data.

`python -m bot.demo.botapi.generate bot-api-10.1.json` reads PaulSonOfLars/telegram-bot-api-spec (MIT; NOTICE.md).
"""

import json
import sys
from pathlib import Path
from typing import Any


def compact(api: dict[str, Any]) -> dict[str, Any]:
    """Keep each method's parameters, and of the types only those that parameters can hold."""
    methods = {name: _fields(method) for name, method in api["methods"].items()}
    wanted = {type_ for fields in methods.values() for types, _ in fields.values() for type_ in types}
    types: dict[str, Any] = {}
    while wanted:
        name = wanted.pop().removeprefix("Array of ").removeprefix("Array of ")
        if name in types or name not in api["types"]:
            continue
        described = api["types"][name]
        types[name] = {"fields": _fields(described), "any_of": described.get("subtypes", [])}
        wanted |= {inner for inners, _ in types[name]["fields"].values() for inner in inners}
        wanted |= set(types[name]["any_of"])
    return {"version": api["version"], "methods": methods, "types": types}


def _fields(described: dict[str, Any]) -> dict[str, Any]:
    return {field["name"]: [field["types"], field["required"]] for field in described.get("fields", [])}


def main() -> None:
    """Write schema.json beside this file."""
    api = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    lines = json.dumps(compact(api), separators=(",", ":"), sort_keys=True).replace("},", "},\n")
    Path(__file__).with_name("schema.json").write_text(lines + "\n", "utf-8")


if __name__ == "__main__":
    main()
