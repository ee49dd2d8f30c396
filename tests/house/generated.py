"""The parts of the README that are made from the code: the key table and the command reference.

Run as a script, it writes them into the README.
"""

import re
from pathlib import Path

import click

from kzcheck.cli.program import program
from kzcheck.tui.keymap import markdown, resolve

README = Path(__file__).resolve().parents[2] / "README.md"


def command_table() -> str:
    """The commands with their arguments, options and what each does: Markdown."""
    context = click.Context(program, info_name="kzcheck")
    lines = ["| command | does |", "|---|---|"]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        usage = " ".join(["kzcheck", name, *_arguments(command)])
        options = " ".join(f"`{option}`" for option in _options(command))
        purpose = (command.help or "").split("\n\n")[0].replace("\n", " ")
        lines.append(f"| `{usage}` | {purpose} {options} |".replace("  |", " |"))
    return "\n".join(lines) + "\n"


def with_tables(text: str) -> str:
    """`text` of the README with both tables as they should be."""
    for name, table in (("keys", markdown(resolve())), ("commands", command_table())):
        pattern = re.compile(rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text, replaced = pattern.subn(lambda found, table=table: f"{found[1]}\n{table}\n{found[2]}", text)
        assert replaced == 1, f"the README has no place for its {name}"
    return text


def _arguments(command: click.Command) -> list[str]:
    context = click.Context(command)
    arguments = [p.make_metavar(context) for p in command.params if isinstance(p, click.Argument)]
    return [argument.replace("|", "\\|") for argument in arguments]  # a bare bar would end the table's cell


def _options(command: click.Command) -> list[str]:
    return [max(p.opts, key=len) for p in command.params if isinstance(p, click.Option)]


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
