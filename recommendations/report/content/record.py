"""What the result rests on: the answers, the profile, the contradictions, the method and its sources."""

from django.utils.translation import gettext

from assessment.scoring.answers import Answer, number_of
from assessment.scoring.document import BankDocument, Kind, Question, ReferenceLine, Section
from recommendations.report.content.kinds import AnswerView
from recommendations.report.content.layout import profile_of
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import measured, period, plain, with_unit
from recommendations.report.content.schema import AnswerRow, AnswerSection, Counts, Inconsistency, Source
from recommendations.report.content.summary_schema import Fact
from recommendations.report.content.wording import answer_text, answer_view, answered_now, counted_in_ones, short_title


def answers_of(material: Material) -> tuple[AnswerSection, ...]:
    sections = [_answer_section(material, section) for section in material.bank.sections]
    return tuple(section for section in sections if section.rows)


def _answer_section(material: Material, section: Section) -> AnswerSection:
    return AnswerSection(
        title=material.say(section.title),
        is_profile=section.profile,
        hue=material.hue_of(section.node) if section.node else 0,
        rows=tuple(_answer_row(material, question) for question in section.questions if question.key in material.asked),
    )


def _answer_row(material: Material, question: Question) -> AnswerRow:
    answer = material.answers.get(question.key)
    return AnswerRow(
        key=question.key,
        text=material.say(question.text),
        answer=answer_text(material, question, answer),
        state=answer_view(answer),
        number="" if answer is None else _number(question, answer, material.locale),
    )


def _number(question: Question, answer: Answer, locale: str) -> str:
    if answer.value is None or question.kind not in (Kind.NUMBER, Kind.PERCENT):
        return ""
    counted = counted_in_ones(question, answer, locale)
    value = number_of(answer.value) if counted is None else counted[0]
    return measured(value) if question.kind is Kind.PERCENT else plain(value).replace(",", "")


def facts_of(material: Material) -> tuple[Fact, ...]:
    """The answered part of the profile, and the size class that follows from it."""
    rows = [
        Fact(
            label=short_title(material, question),
            value=answered_now(material, question.key).answer,
            is_yes_or_no=question.kind is Kind.YES_NO,
        )
        for section in material.bank.sections
        if section.profile
        for question in section.questions
        if question.key in material.asked and answer_view(material.answers.get(question.key)) is AnswerView.ANSWERED
    ]
    size, bank = material.scorecard.size_class, material.bank
    if size is not None and bank.size is not None:
        rows.append(Fact(label=gettext("Size class"), value=material.say(bank.size.labels[size])))
    return tuple(rows)


def counts_of(material: Material) -> Counts:
    """Counts of the scored part; the profile is no test."""
    profile = profile_of(material)
    views = [answer_view(material.answers.get(key)) for key in material.scorecard.visible if key not in profile]
    numbers = {
        "asked": str(len(views)),
        "answered": str(views.count(AnswerView.ANSWERED)),
        "unknown": str(views.count(AnswerView.UNKNOWN)),
        "unanswered": str(views.count(AnswerView.OPEN)),
        "not_applicable": str(views.count(AnswerView.NOT_APPLICABLE)),
    }
    line = gettext(
        "%(asked)s questions: %(answered)s answered, %(unknown)s not known, "
        "%(unanswered)s not answered, %(not_applicable)s not applicable."
    )
    return Counts(line=line % numbers, **numbers)


def inconsistencies_of(material: Material) -> tuple[Inconsistency, ...]:
    by_key = {rule.key: rule for rule in material.bank.consistency}
    return tuple(
        Inconsistency(
            message=material.say(by_key[key].message),
            answers=tuple(answered_now(material, question) for question in by_key[key].questions),
        )
        for key in material.scorecard.inconsistent
    )


def method_of(material: Material) -> tuple[str, ...]:
    texts = [material.say(material.bank.method)]
    if material.playbook is not None:
        texts.append(material.say(material.playbook.basis))
    return tuple(line.strip() for text in texts for line in text.split("\n") if line.strip())


def sources_of(material: Material) -> tuple[Source, ...]:
    """Every published figure and framework that the report mentions, each once; public measures name theirs beside them."""
    rows = [
        *_reference_sources(material),
        *_size_source(material),
        *_level_sources(material),
        *_playbook_sources(material),
        *_frameworks(material.bank, material),
    ]
    return tuple(dict.fromkeys(rows))


def _reference_sources(material: Material) -> list[Source]:
    used = {
        key
        for question in material.questions.values()
        if question.key in material.asked
        for key in question.reference_lines
    }
    return [
        Source(
            title=_figure_words(material, line),
            detail=material.say(line.source),
            url=line.url,
        )
        for line in material.bank.reference_lines
        if line.key in used
    ]


def _figure_words(material: Material, line: ReferenceLine) -> str:
    return gettext("%(title)s, %(period)s: %(value)s") % {
        "title": material.say(line.title),
        "period": period(line.period),
        "value": with_unit(plain(line.value), line.unit),
    }


def _size_source(material: Material) -> list[Source]:
    if material.bank.size is None:
        return []
    return [
        Source(title=gettext("Size class of the enterprise"), detail=material.say(material.bank.size.source), url="")
    ]


def _level_sources(material: Material) -> list[Source]:
    title = gettext("Level “%(title)s”: bound and gate")
    return [
        Source(title=title % {"title": material.say(level.title)}, detail=material.say(level.source), url="")
        for level in material.bank.levels
        if level.source
    ]


def _playbook_sources(material: Material) -> list[Source]:
    """Of the thresholds, cost bands and days that the advice counts with."""
    if material.playbook is None:
        return []
    titles = {True: gettext("Advice: editorial estimate"), False: gettext("Advice: published thresholds")}
    return [
        Source(title=titles[source.estimate], detail=material.say(source.text), url=source.url)
        for source in material.playbook.sources
    ]


def _frameworks(bank: BankDocument, material: Material) -> list[Source]:
    detail = gettext("Framework that questions are set beside; its text is not copied.")
    return [Source(title=material.say(framework.title), detail=detail, url="") for framework in bank.frameworks]
