import re

import pytest

from assessment.responses.tokens import hash_token, make_code, make_token, read_code


def test_secrets_are_long_and_never_the_same() -> None:
    tokens = {make_token() for _ in range(50)}
    assert (len(tokens), min(len(token) for token in tokens)) == (50, 43)
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}", make_code()) for _ in range(50))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7K3M-Q9TX-0B4C-HZ2W", "7K3M-Q9TX-0B4C-HZ2W"),
        (" 7k3m q9tx 0b4c hz2w ", "7K3M-Q9TX-0B4C-HZ2W"),
        ("7k3mq9txob4chz2w", "7K3M-Q9TX-0B4C-HZ2W"),
        ("IL1O—0000-0000-0000", "1110-0000-0000-0000"),
        ("7K3M-Q9TX-0B4C-HZ2", None),
        ("7K3M-Q9TX-0B4C-HZ2WX", None),
        ("7K3M-Q9TX-0B4C-HZ2U", None),
        ("７Ｋ３Ｍ-Q9TX-0B4C-HZ2W", None),
        ("", None),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, read: str | None) -> None:
    assert read_code(typed) == read


def test_only_a_hash_is_kept() -> None:
    assert hash_token("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert len(hash_token("\udcff")) == 64
