"""What is said of a password that will not do, in both languages."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from assessment.accounts.models import User


@pytest.mark.parametrize(
    ("language", "password", "words"),
    [
        ("en", "xq7", ["This password is too short. It needs at least 12 characters."]),
        ("zh-hans", "xq7", ["密码太短，至少需要 12 个字符。"]),
        ("zh-hans", "li.wei.long@example.org", ["密码与您的姓名或邮箱地址太相似。"]),
        ("zh-hans", "q1w2e3r4t5y6", ["这个密码太常见，请换一个。"]),
        ("en", "quite another password", []),
    ],
)
def test_password_is_judged_in_the_language_of_the_page(language: str, password: str, words: list[str]) -> None:
    said: list[str] = []
    with override(language):
        try:
            validate_password(password, User(email="li.wei.long@example.org"))
        except ValidationError as error:
            said = error.messages
    assert said == words


def test_chinese_form_says_it_in_the_summary_and_at_the_field() -> None:
    client = Client()
    client.cookies["django_language"] = "zh-hans"
    page = client.post("/account/sign-up/", {"email": "li@example.org", "password1": "short"}).content.decode()
    assert page.count("密码太短，至少需要 12 个字符。") == 2
