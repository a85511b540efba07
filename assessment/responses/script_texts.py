"""The sentences that the browser says by itself. In `{…}` stands what it fills in."""

from django.utils.translation import gettext as _

from assessment.responses.wording import required_text


def script_texts() -> dict[str, str]:
    """This function will return the sentences of static/js in the active language."""
    return {
        "automatic": _("Each answer is saved as you give it."),
        "saving": _("Saving…"),
        "saved": _("Saved {time}"),
        "retrying": _("Not saved yet – trying again"),
        "refused": _("Not saved: see the message at the question"),
        "offline_one": _("Offline – 1 answer is waiting. It stays in this browser and is sent when you are back."),
        "offline_many": _(
            "Offline – {count} answers are waiting. They stay in this browser and are sent when you are back."
        ),
        "offline": _("Offline – answers you give now stay in this browser and are sent when you are back."),
        "full": _("The server cannot store right now; your answer is kept in this window."),
        "lost_one": _(
            "This browser no longer has access. Your answer is kept here; open the resume link or enter the resume code to send it."
        ),
        "lost_many": _(
            "This browser no longer has access. Your {count} answers are kept here; open the resume link or enter the resume code to send them."
        ),
        "submitted": _("This assessment has been submitted meanwhile, so the last answer was not taken over."),
        "shown_one": _("1 more question appears."),
        "shown_many": _("{count} more questions appear."),
        "hidden_one": _("1 question no longer applies and is hidden."),
        "hidden_many": _("{count} questions no longer apply and are hidden."),
        "minutes_none": _("All questions answered"),
        "minutes_one": _("About 1 minute left"),
        "minutes_many": _("About {count} minutes left"),
        "answered": _("{done} of {total} answered"),
        "answered_none": _("No questions here"),
        "to_confirm": _("{count} to confirm"),
        "answered_carried": _("{done} of {total} answered, {count} to confirm"),
        "changed_at": _("{who}, {time}"),
        "nothing": _("No answer"),
        "worked": _("That is {share} %."),
        "required": required_text(),
        "rows_begun": _("{done} of {total} rows answered. It counts as an answer once every row has one."),
        "rows_stop": _(
            "{done} of {total} rows answered. Choose in the other rows too, or continue: what you chose stays in this browser."
        ),
        "counts_stop": _("Enter both counts, or continue: what you entered stays in this browser."),
        "clear": _("Clear this answer"),
    }
