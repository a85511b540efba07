import pytest

from recommendations.charts.words import cut, width_of, wrapped


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("Data quality and governance", 9.5, ["Data quality and", "governance"]),
        ("数据质量与治理能力", 5.0, ["数据质量与", "治理能力"]),
        ("数据质量，治理", 4.0, ["数据质", "量，治理"]),
        ("Incomprehensibilities", 6.0, ["Incomprehe", "nsibilitie", "s"]),
        ("  two   blanks ", 20.0, ["two blanks"]),
        ("", 5.0, []),
    ],
)
def test_words_are_broken_where_a_reader_expects_it(words: str, width: float, lines: list[str]) -> None:
    assert wrapped(words, width, 3) == lines


def test_what_is_too_long_for_all_lines_ends_in_an_ellipsis() -> None:
    lines = wrapped("安全与信任以及数据合规管理", 4.0, 2)
    assert lines == ["安全与信", "任以及…"]
    assert all(width_of(line) <= 4.0 for line in lines)


def test_cut_leaves_short_words_alone() -> None:
    assert (cut("Back up", 10.0), cut("Back up what matters", 5.0)) == ("Back up", "Back up…")
