"""Playbooks and their releases, to read: they change through documents and releases, never by hand."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.admin import ReadOnlyAdmin
from assessment.scoring.texts import localise
from recommendations.playbook.models import Action, Playbook, PlaybookRelease, Rule
from recommendations.playbook.queries import playbook_rows


@admin.register(Playbook)
class PlaybookAdmin(ReadOnlyAdmin):
    list_display = ["slug", "title_in_my_language", "bank_slug", "newest_release", "release_count"]
    search_fields = ["slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Playbook]:
        return playbook_rows()

    @admin.display(description=_("title"))
    def title_in_my_language(self, playbook: Playbook) -> str:
        return str(playbook)

    @admin.display(description=_("newest release"))
    def newest_release(self, playbook: Playbook) -> str:
        return next((release.version for release in playbook.releases.all()), "–")

    @admin.display(description=_("releases"))
    def release_count(self, playbook: Playbook) -> int:
        return len(playbook.releases.all())


@admin.register(Action)
class ActionAdmin(ReadOnlyAdmin):
    list_display = ["key", "title_in_my_language", "node_key", "effort_key", "cost_band_key", "playbook"]
    list_filter = ["playbook", "node_key", "effort_key", "cost_band_key"]
    list_select_related = ["playbook"]
    search_fields = ["key", "title"]

    @admin.display(description=_("title"))
    def title_in_my_language(self, action: Action) -> str:
        return localise(action.title, get_language() or "")


@admin.register(Rule)
class RuleAdmin(ReadOnlyAdmin):
    list_display = ["key", "recommends", "priority", "sentence", "playbook"]
    list_filter = ["playbook", "priority"]
    list_select_related = ["recommends", "playbook"]
    search_fields = ["key", "because", "recommends__key"]

    @admin.display(description=_("because"))
    def sentence(self, rule: Rule) -> str:
        return localise(rule.because, get_language() or "")


@admin.register(PlaybookRelease)
class PlaybookReleaseAdmin(ReadOnlyAdmin):
    list_display = ["playbook", "version", "bank_release", "released_at", "released_by", "note"]
    list_filter = ["playbook"]
    list_select_related = ["playbook", "bank_release", "released_by"]
    search_fields = ["content_hash", "note"]
    fields = [
        *["playbook", "version", "bank_slug", "bank_release", "note", "released_at", "released_by"],
        *["content_hash", "structure_hash", "document"],
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[PlaybookRelease]:
        """The list leaves the documents where they are."""
        return super().get_queryset(request).defer("document")

    @admin.display(description=_("release"), ordering="major")
    def version(self, release: PlaybookRelease) -> str:
        return release.version
