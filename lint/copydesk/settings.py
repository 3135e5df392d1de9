"""Says which rules run on a file and how: configuration and command line added up."""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from copydesk.config import NAMES, Config, Layer, read_config
from copydesk.engine import ActiveRule
from copydesk.errors import CopydeskError
from copydesk.levels import SEVERITIES, Severity
from copydesk.options import build_rule, convert_option, hint
from copydesk.paths import absolute, is_file
from copydesk.registry import Registry, find_rules
from copydesk.rule import Rule
from copydesk.tables import Table


class Settings(NamedTuple):
    """What holds for one file.

    Attributes:
        rules: The rules that run, by name.
        registry: All rules there are.
        min_severity: Findings below this severity are not reported.
        min_confidence: Findings with a lower confidence are not reported; None for each rule's own
            limit.
        fail_on: The severity from which a finding makes the run fail, or `levels.NEVER`.
    """

    rules: tuple[ActiveRule, ...]
    registry: Registry
    min_severity: Severity = Severity.INFO
    min_confidence: float | None = None
    fail_on: int = Severity.INFO


class ConfigTree:
    """The configuration closest to each file, and the settings it comes to."""

    def __init__(self, fixed: Config | None = None, command_line: Layer | None = None) -> None:
        """Makes a tree.

        Args:
            fixed: The one configuration for all files; without it each file's is searched for.
            command_line: The layer that beats all files.
        """
        self._fixed = fixed
        self._command_line = command_line or Layer()
        self._configs: dict[Path, Config] = {}
        self._settings: dict[tuple[Path | None, tuple[bool, ...]], Settings] = {}

    def config(self, path: Path) -> Config:
        """The configuration for the file at `path`, searched for from its folder upwards.

        Raises:
            CopydeskError: The configuration is faulty; the message names the file and line.
        """
        return self._fixed or self._in_folder(absolute(path).parent)

    def settings(self, path: Path) -> Settings:
        """The settings for the file at `path`.

        Raises:
            CopydeskError: The configuration is faulty; the message names the file and line.
        """
        config = self.config(path)
        applies = tuple(override.files.match(path) for override in config.overrides)
        key = (config.path, applies)
        if key not in self._settings:
            self._settings[key] = self._resolved(config, applies)
        return self._settings[key]

    def _resolved(self, config: Config, applies: tuple[bool, ...]) -> Settings:
        registry = find_rules(config.rule_folders)
        for layer in (*config.layers, *(override.layer for override in config.overrides)):
            _check_rule_tables(layer, registry)
        overrides = (o.layer for o, on in zip(config.overrides, applies, strict=True) if on)
        settings = _settings(registry, (*config.layers, *overrides, self._command_line))
        if not settings.rules and not any(applies):  # an override may mean it, for its files
            raise CopydeskError("no rule is selected, so nothing would be checked")
        return settings

    def _in_folder(self, folder: Path) -> Config:
        if folder not in self._configs:
            self._configs[folder] = self._read(folder)
        return self._configs[folder]

    def _read(self, folder: Path) -> Config:
        for name in NAMES:
            # A folder that must not be searched has no configuration for us.
            if is_file(folder / name) and (config := read_config(folder / name)):
                return config
        return Config() if folder.parent == folder else self._in_folder(folder.parent)


def _settings(registry: Registry, layers: Iterable[Layer]) -> Settings:
    selected = frozenset(name for name, rule in registry.items() if rule.default)
    tables: dict[str, list[Table]] = {}
    result = Settings((), registry)
    for layer in layers:
        selected = _select(layer, selected, registry)
        for name, table in layer.rules.items():
            tables.setdefault(name, []).append(table)
        result = _limited(result, layer)
    active = (_active(registry[name], tables.get(name, ())) for name in sorted(selected))
    return result._replace(rules=tuple(_as_sure(one, result) for one in active))


def _as_sure(active: ActiveRule, settings: Settings) -> ActiveRule:
    """The rule with the limit that the user has set, where that is lower than its own.

    What a higher one leaves out still counts as found, so that no suppression of it is idle.
    """
    least = settings.min_confidence
    if least is None or least >= active.rule.min_confidence:
        return active
    return active._replace(min_confidence=least)


def _limited(settings: Settings, layer: Layer) -> Settings:
    if layer.min_severity is not None:
        settings = settings._replace(min_severity=layer.min_severity)
    if layer.min_confidence is not None:
        settings = settings._replace(min_confidence=layer.min_confidence)
    if layer.fail_on is not None:
        settings = settings._replace(fail_on=layer.fail_on)
    return settings


def _select(layer: Layer, selected: frozenset[str], registry: Registry) -> frozenset[str]:
    if layer.select is not None:
        selected = _named(layer, "select", layer.select, registry)
    selected |= _named(layer, "extend-select", layer.extend_select, registry)
    return selected - _named(layer, "ignore", layer.ignore, registry)


def _named(
    layer: Layer, key: str, selectors: tuple[str, ...], registry: Registry
) -> frozenset[str]:
    names: frozenset[str] = frozenset()
    for selector in selectors:
        if not registry.named(selector):
            known = frozenset(registry) | registry.families
            message = f"unknown rule or family {selector!r}{hint(selector, known)}"
            if layer.source:
                raise layer.source.error(message, key)
            raise CopydeskError(f"--{key}: {message}")
        names |= registry.named(selector)
    return names


def _check_rule_tables(layer: Layer, registry: Registry) -> None:
    _select(layer, frozenset(), registry)
    for name, table in layer.rules.items():
        if name not in registry:
            raise table.error(f"unknown rule {name!r}{hint(name, registry)}")
        table.choice("severity", SEVERITIES)
        for option, value in table.values.items():
            if option != "severity":
                _check_option(registry[name], option, value, table)


def _check_option(rule: type[Rule], option: str, value: object, table: Table) -> None:
    try:
        convert_option(rule, option, value)
    except CopydeskError as error:
        raise table.error(str(error), option) from error


def _active(rule: type[Rule], tables: Sequence[Table]) -> ActiveRule:
    """The rule with what its tables say, of which later ones are stronger."""
    if not tables:
        return ActiveRule.with_defaults(rule)
    options = dict(chain.from_iterable(table.values.items() for table in tables))
    level = options.pop("severity", None)
    severity = SEVERITIES[str(level)] if level else rule.severity
    try:
        return ActiveRule(build_rule(rule, options), severity)
    except CopydeskError as error:  # the options do not go together
        raise tables[-1].error(str(error)) from error
