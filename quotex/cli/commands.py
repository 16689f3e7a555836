"""The commands by name, each imported only when it is asked for: a run needs one of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

# Name, module and function or group, in the order of the help.
_COMMANDS: dict[str, tuple[str, str]] = {
    "extract": ("extract", "extract"),
    "batch": ("batch", "batch"),
    "claims": ("claims", "claims"),
    "speakers": ("speakers", "speakers"),
    "explain": ("explain", "explain"),
    "eval": ("eval", "eval_"),
    "rules": ("rules", "rules"),
}


class Commands(TyperGroup):
    """The group of all commands."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, without importing any."""
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported; null when there is none of this name."""
        # All of them for a name that is none, so that the nearest can be told.
        for name in [cmd_name] if cmd_name in _COMMANDS else _COMMANDS:
            if name not in self.commands:
                module, attribute = _COMMANDS[name]
                found = getattr(import_module(f"quotex.cli.{module}"), attribute)
                self.commands[name] = _command(name, found)
        return self.commands.get(cmd_name)


def _command(name: str, found: Any) -> Any:
    """The command that a function is, or the group."""
    app = found
    if not isinstance(found, typer.Typer):
        app = typer.Typer(rich_markup_mode="rich", add_completion=False)
        app.command(name)(found)
    command = get_command(app)
    command.name = name
    return command
