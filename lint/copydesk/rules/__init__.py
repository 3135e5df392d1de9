"""The built-in rules: the wheel ships them here, a checkout keeps them in `rules/`."""

from pathlib import Path

_checkout = Path(__file__).resolve().parents[3]
if (_checkout / "lint" / "copydesk").is_dir():
    __path__.append(str(_checkout / "rules"))
