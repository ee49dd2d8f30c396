"""`settings`: what holds for all reviewers of a desk."""

import click

from kzcheck.cli.options import as_json
from kzcheck.cli.out import Column, write_json, write_table
from kzcheck.cli.place import Place, pass_place

COLUMNS = (Column("setting", 8), Column("value", 28), Column("what it is for", share=1))


@click.command("settings")
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--unset", is_flag=True, help="Back to what it is when nobody sets it.")
@as_json
@pass_place
def settings_command(place: Place, name: str | None, value: str | None, unset: bool, as_json: bool) -> None:
    """Show or set what holds for all reviewers of the desk. The evidence gate, fetching, the archive."""
    from kzcheck.desk.settings import SETTINGS, setting

    shown = SETTINGS if name is None else (setting(name),)
    with place.open() as desk:
        if name is not None and (value is not None or unset):
            desk.set_setting(name, None if unset else value)
        values = {one.name: desk.setting(one.name) or one.default for one in shown}
    if as_json:
        write_json(values)
    else:
        write_table(COLUMNS, ((one.name, values[one.name], one.help) for one in shown))
