"""The sentences that the browser says by itself during an interview. In `{…}` stands what it fills in."""

from django.utils.translation import gettext as _

from assessment.responses.script_texts import script_texts


def reason_missing() -> str:
    """This function will return what is said where a verified answer differs and nobody has said why."""
    return _("The answer differs from what the enterprise said. Please say why.")


def interview_texts() -> dict[str, str]:
    """This function will return the sentences of static/js for the interview, in the active language."""
    return script_texts() | {
        "lost_one": _(
            "Your workspace can no longer change this assessment. Your answer is kept in this browser and was not sent."
        ),
        "lost_many": _(
            "Your workspace can no longer change this assessment. Your {count} answers are kept in this browser and were"
            " not sent."
        ),
        "signed_out_one": _(
            "You are signed out. Your answer is kept in this browser and is sent when you have signed in again."
        ),
        "signed_out_many": _(
            "You are signed out. Your {count} answers are kept in this browser and are sent when you have signed in again."
        ),
        "other_person_one": _(
            "Somebody else has signed in in this browser. Your answer is kept and is sent only when you sign in again."
        ),
        "other_person_many": _(
            "Somebody else has signed in in this browser. Your {count} answers are kept and are sent only when you sign in"
            " again."
        ),
        "submitted": _("The verified result stands meanwhile, so the last answer was not taken over."),
        "reason_missing": reason_missing(),
        "note_saved": _("Note saved {time}"),
        "note_merged": _("Somebody else wrote a note here meanwhile. It now stands above yours."),
        "file_sending": _("Sending {name} …"),
        "file_refused": _("The file was not kept. See the message at its field."),
        "file_failed": _("The file was not sent. Check the connection and try again."),
    }
