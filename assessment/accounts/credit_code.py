"""The unified social credit code of Chinese organisations, with its check character.

GB 32100-2015: 18 characters; the last is 31 minus the weighted sum of the first 17 modulo 31, the weights being the
powers of 3. The alphabet leaves out I, O, S, V and Z.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

CODE_LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
MODULUS = len(ALPHABET)


def read_credit_code(typed: str) -> str:
    """This function will return a typed code in capitals without blanks and hyphens; "" stays "".

    Full-width characters, as Chinese keyboards write them, are taken for what they mean. Raises ValidationError.
    """
    code = "".join(_half_width(character) for character in typed if not character.isspace() and character not in "-－")
    code = code.upper()
    validate_credit_code(code)
    return code


def validate_credit_code(code: str) -> None:
    """This function will raise ValidationError, saying what is wrong, unless `code` is empty or a true code."""
    if not code:
        return
    if len(code) != CODE_LENGTH:
        raise ValidationError(
            _("A unified social credit code has %(wanted)d characters; this one has %(found)d.")
            % {"wanted": CODE_LENGTH, "found": len(code)}
        )
    if strange := sorted(set(code) - set(ALPHABET)):
        raise ValidationError(
            _("A unified social credit code never contains %(characters)s.") % {"characters": ", ".join(strange)}
        )
    if code[-1] != check_character(code[:-1]):
        raise ValidationError(_("The last character does not fit the others: something is mistyped."))


def check_character(body: str) -> str:
    """This function will return the check character for the first 17 characters of a code."""
    total = sum(ALPHABET.index(character) * pow(3, place, MODULUS) for place, character in enumerate(body))
    return ALPHABET[-total % MODULUS]


def _half_width(character: str) -> str:
    point = ord(character)
    return chr(point - 0xFEE0) if 0xFF01 <= point <= 0xFF5E else character
