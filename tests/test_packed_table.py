"""Tables that are asked for a few entries without being read whole."""

from copydesk.packed_table import PackedTable, pack
from hypothesis import given
from hypothesis import strategies as st

cells = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(cells, cells), cells)
def test_a_table_is_asked_like_a_dictionary(entries: dict[str, str], other: str) -> None:
    table = PackedTable(pack(entries))
    assert table.whole() == entries
    assert all(table.get(key) == value for key, value in entries.items())
    assert table.get(other) == entries.get(other)


def test_a_key_is_found_whole() -> None:
    table = PackedTable(pack({"band": "1", "bandage": "2"}))
    assert [table.get(key) for key in ("ban", "band", "bandage", "and", "1", "")] == [
        None,
        "1",
        "2",
        None,
        None,
        None,
    ]
