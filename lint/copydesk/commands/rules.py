"""The commands about rules: list them, explain one, test a folder of them."""

from collections.abc import Iterator
from pathlib import Path

import click

from copydesk.config import named_config
from copydesk.errors import CopydeskError
from copydesk.options import hint
from copydesk.pages import faults, page_text
from copydesk.registry import Registry, builtin_rules, find_rules, rules_in_folder
from copydesk.settings import ConfigTree
from copydesk.terminal import counted


def explain(name: str, config: Path | None) -> None:
    """Prints the page of a rule, or the summaries of a family.

    Raises:
        CopydeskError: There is no such rule.
    """
    registry = _registry(config)
    if name in registry:
        click.echo(page_text(registry[name]).rstrip("\n"))
    elif name in registry.families:
        click.echo("\n".join(_family_lines(registry, name)))
    else:
        known = frozenset(registry) | registry.families
        raise CopydeskError(f"unknown rule {name!r}{hint(name, known)}")


def list_rules(config: Path | None) -> None:
    """Prints all rules by family."""
    registry = _registry(config)
    blocks = ("\n".join(_family_lines(registry, family)) for family in sorted(registry.families))
    click.echo("\n\n".join(blocks))


def test_rules(folder: Path) -> int:
    """Holds the rules of a folder against their pages, prints what differs, returns the status.

    Raises:
        CopydeskError: The folder holds no rules, or a rule or page is faulty.
    """
    registry = rules_in_folder(folder)
    if not registry:
        raise CopydeskError(f"{folder}: holds no rules")
    everything = Registry((*builtin_rules().values(), *registry.values()))
    found = [fault for rule in registry.values() for fault in faults(rule, everything)]
    for fault in found:
        click.echo(fault)
    click.echo(f"{counted(len(registry), 'rule')} tested, {counted(len(found), 'fault')} found.")
    return 1 if found else 0


def _registry(config: Path | None) -> Registry:
    found = named_config(config) if config else ConfigTree().config(Path("-"))
    return find_rules(found.rule_folders)


def _family_lines(registry: Registry, family: str) -> Iterator[str]:
    yield family
    for name in sorted(registry.named(family)):
        rule = registry[name]
        on = "on " if rule.default else "off"
        summary = (rule.__doc__ or "").strip().splitlines()[0]
        yield f"  {on} {rule.severity!s:8} {name:24} {summary}"
