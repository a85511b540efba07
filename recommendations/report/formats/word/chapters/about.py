"""What this document is: number, versions, fingerprints, and where the report can be confirmed."""

from django.utils.translation import gettext

from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Look,
    Paragraph,
    Run,
    Style,
    Words,
    between,
    flat,
    is_empty,
    soft,
)
from recommendations.report.formats.word.chapters.words import chapter, sample
from recommendations.report.print_words import days_title, days_words, other_facts, same_words
from recommendations.report.printed import Imprint


def about(content: ReportContent, imprint: Imprint) -> list[Block]:
    facts = [
        Paragraph((soft(name), "\t", *flat(said)), Style.FACT)
        for name, said in _facts(content, imprint)
        if not is_empty(said)
    ]
    editable = gettext("This document can be edited. What can be confirmed is the report with this number, as a PDF.")
    return [
        *chapter("", gettext("About this report"), "colophon"),
        *facts,
        Paragraph(editable),
        *_samples(content),
        Paragraph(soft(_frozen(content))),
    ]


def _facts(content: ReportContent, imprint: Imprint) -> list[tuple[str, Words]]:
    versions = content.versions
    nature = gettext("%(mode)s, %(scope)s. %(notice)s") % {
        "mode": content.mode,
        "scope": content.scope,
        "notice": content.notice,
    }
    return [
        (gettext("Enterprise"), content.enterprise),
        *((fact.label, fact.value) for fact in other_facts(content)),
        (gettext("Report"), imprint.number),
        (gettext("Nature"), nature),
        (days_title(content), days_words(content)),
        (gettext("Question bank"), _version(versions.bank, versions.bank_version, versions.bank_hash)),
        (gettext("Playbook"), _version(versions.playbook, versions.playbook_version, versions.playbook_hash)),
        (gettext("Fingerprint of the result"), Run(versions.result_hash, Look.HASH)),
        (gettext("Fingerprint of this report"), Run(imprint.content_hash, Look.HASH)),
        (gettext("Check this report"), Run(imprint.address, link=imprint.address)),
    ]


def _version(name: str, number: str, digest: str) -> Words:
    return between("\n", [f"{name} {number}".strip(), Run(digest, Look.HASH)])


def _samples(content: ReportContent) -> list[Block]:
    made_up = gettext("Services marked as samples are made up for demonstration. No such provider exists.")
    return [Paragraph((*sample(True), made_up))] if content.has_samples else []


def _frozen(content: ReportContent) -> str:
    said = sentences(same_words(content), content.verification.line if content.verification else "")
    then = gettext("Services, support and the plan stand here as they were when the report was made.")
    return sentences(said, then) if content.actions else said
