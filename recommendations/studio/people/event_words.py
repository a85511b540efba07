"""What the events of the record are called. One that is not listed is shown by its code, never left out."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENT_WORDS: dict[str, str | Promise] = {
    "assessment.started": _("Assessment begun"),
    "assessment.continued": _("Submitted answers opened for change"),
    "assessment.resumed": _("Assessment opened by link or code"),
    "assessment.resume_keys_made": _("Link and code to continue made"),
    "assessment.revised": _("Answers revised"),
    "assessment.widened": _("Quick scan continued as full diagnosis"),
    "assessment.submitted": _("Answers submitted"),
    "assessment.next_round_started": _("Next round begun"),
    "assessment.moved": _("Assessment moved to newer questions"),
    "bank.loaded": _("Bank read from a file"),
    "bank.released": _("Bank released"),
    "bank.rolled_back": _("Older bank released again"),
    "bank.retired": _("Bank retired"),
    "bank.brought_back": _("Bank brought back"),
    "bank.second_person": _("Second person switched on or off"),
    "catalogue.loaded": _("Catalogue read from a file"),
    "catalogue.imported": _("Offerings imported"),
    "catalogue.categories_imported": _("Categories imported"),
    "catalogue.offering_edited": _("Offering changed"),
    "catalogue.provider_edited": _("Provider changed"),
    "catalogue.scheme_edited": _("Funding scheme changed"),
    "catalogue.category_edited": _("Category changed"),
    "config.shipped_file_loaded": _("Content of the product loaded"),
    "contact.asked": _("Request sent to a provider"),
    "contact.opened": _("Request opened by the provider"),
    "contact.answered": _("Request answered"),
    "contact.withdrawn": _("Request withdrawn"),
    "copy.changed": _("Working copy changed"),
    "copy.undone": _("Change undone"),
    "copy.redone": _("Change done again"),
    "copy.confirmed": _("Translations confirmed"),
    "impact.started": _("Impact replayed"),
    "person.roles_set": _("Roles given or taken"),
    "plan.item_declined": _("Action declined"),
    "plan.item_done": _("Action done"),
    "plan.item_removed": _("Plan item removed"),
    "plan.item_reopened": _("Plan item reopened"),
    "plan.item_taken_up": _("Action taken up"),
    "plan.reminders_asked": _("Reminders asked for"),
    "plan.reminders_confirmed": _("Reminders confirmed"),
    "plan.reminders_stopped": _("Reminders stopped"),
    "plan.roadmap_taken_up": _("Roadmap taken into the plan"),
    "playbook.loaded": _("Playbook read from a file"),
    "playbook.released": _("Playbook released"),
    "playbook.rolled_back": _("Older playbook released again"),
    "release.proposed": _("Release proposed"),
    "release.agreed": _("Proposal released"),
    "release.sent_back": _("Proposal sent back"),
    "release.withdrawn": _("Proposal withdrawn"),
    "report.made": _("Report made"),
    "result.advised": _("Result advised"),
}


def event_words(code: str) -> str:
    """This function will return what an event is called in the reader's language, or its code."""
    return str(EVENT_WORDS.get(code, code))
