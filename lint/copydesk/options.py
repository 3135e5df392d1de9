"""Builds a rule from its options, checked against the fields of its dataclass."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import cast, get_type_hints

from copydesk.errors import CopydeskError
from copydesk.rule import Rule

OPTION_TYPES: tuple[object, ...] = (bool, int, float, str, tuple[str, ...])


def build_rule(rule: type[Rule], options: Mapping[str, object]) -> Rule:
    """The rule with `options`, TOML values by option name in kebab-case.

    Raises:
        CopydeskError: An option is unknown or has a value of the wrong type, or the rule refuses
            it; the message names the option or rule.
    """
    values = {
        name.replace("-", "_"): convert_option(rule, name, value) for name, value in options.items()
    }
    try:
        return rule(**values)
    except Exception as error:
        raise CopydeskError(f"rule {rule.name}: {error}") from error


def convert_option(rule: type[Rule], name: str, value: object) -> object:
    """The value of an option of `rule` that a TOML value stands for.

    Raises:
        CopydeskError: The option is unknown or the value is of the wrong type.
    """
    known = option_types(rule)
    if name not in known:
        raise CopydeskError(f"rule {rule.name} has no option {name!r}{hint(name, known)}")
    return _converted(value, known[name], f"{rule.name}.{name}")


def option_types(rule: type[Rule]) -> dict[str, object]:
    """The options of a rule, in kebab-case, and the type of each."""
    if not is_dataclass(rule) or not (options := fields(rule)):
        return {}  # as most rules, and hints are slow
    hints = get_type_hints(rule)
    return {field.name.replace("_", "-"): hints[field.name] for field in options}


def option_fault(rule: type[Rule]) -> str | None:
    """Why the options of a rule cannot be set from TOML or left at their defaults, if so."""
    try:
        types = option_types(rule)
        rule()
    except Exception as error:  # noqa: BLE001  whatever a declaration comes to
        return f"cannot be made with its defaults: {error}"
    wrong = [name for name, kind in types.items() if kind not in OPTION_TYPES]
    return f"has options of a type that TOML cannot give: {', '.join(wrong)}" if wrong else None


def hint(name: str, known: Mapping[str, object] | frozenset[str]) -> str:
    """A suggestion to append to an error about `name`; empty where nothing known is close."""
    from difflib import get_close_matches  # noqa: PLC0415  only an error needs it

    close = get_close_matches(name, sorted(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _converted(value: object, wanted: object, where: str) -> object:
    if wanted == tuple[str, ...]:
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        if isinstance(value, list) and all(isinstance(item, str) for item in items):
            return tuple(items)
        raise CopydeskError(f"{where} must be a list of strings, not {value!r}")
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        name = getattr(wanted, "__name__", str(wanted))
        raise CopydeskError(f"{where} must be of type {name}, not {value!r}")
    return value
