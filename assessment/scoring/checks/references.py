"""Links inside the document: crosswalks, reference lines, the size rule and the place of the profile."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Crosswalk, Kind, Question, Size
from assessment.scoring.findings import Finding, error, warning


def check_references(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every reference that leads nowhere or lacks its source."""
    yield from _profile_first(document)
    yield from _crosswalks(document)
    yield from _reference_lines(document)
    if document.size is not None:
        yield from _size(document, document.size)


def _profile_first(document: BankDocument) -> Iterator[Finding]:
    for section in document.sections[1:]:
        if section.profile:
            yield error(
                f"sections.{section.key}",
                "the profile is not the first section",
                "move it to the front; there is only one",
            )


def _crosswalks(document: BankDocument) -> Iterator[Finding]:
    known = {f"{framework.key}:{item.key}" for framework in document.frameworks for item in framework.items}
    for place, _, question in walk.questions(document):
        yield from _crosswalk(place, question.crosswalk, known)
    for place, node in walk.nodes(document):
        yield from _crosswalk(place, node.crosswalk, known)


def _crosswalk(place: str, crosswalk: list[Crosswalk], known: set[str]) -> Iterator[Finding]:
    for link in crosswalk:
        if link.ref not in known:
            mend = "write FRAMEWORK:ITEM as listed under frameworks"
            yield error(f"{place}.crosswalk.{link.ref}", f"there is no framework item {link.ref}", mend)


def _reference_lines(document: BankDocument) -> Iterator[Finding]:
    known = {line.key for line in document.reference_lines}
    used: set[str] = set()
    for place, _, question in walk.questions(document):
        used |= set(question.reference_lines)
        for key in question.reference_lines:
            if key not in known:
                yield error(f"{place}.reference_lines.{key}", f"there is no reference line {key}", "correct the key")
    for line in document.reference_lines:
        place = f"reference_lines.{line.key}"
        for name, text in (("source", line.source), ("scope", line.scope)):
            if not text:
                yield error(f"{place}.{name}", f"the figure has no {name}", f"name its {name}, or leave the figure out")
        if line.key not in used:
            yield warning(place, "no question shows this reference line", "name it under reference_lines of a question")


def _size(document: BankDocument, size: Size) -> Iterator[Finding]:
    profile = {question.key: question for _, section, question in walk.questions(document) if section.profile}
    for name, key, kind in (
        ("employees", size.employees, Kind.NUMBER),
        ("revenue", size.revenue, Kind.NUMBER),
        ("sector", size.sector, Kind.SINGLE),
    ):
        question = profile.get(key)
        if question is None or question.kind is not kind:
            yield error(f"size.{name}", f"{key} is not a {kind.value} question of the profile", "name one that is")
    yield from _size_sectors(size, profile.get(size.sector))
    yield from _size_labels(size)


def _size_sectors(size: Size, sector: Question | None) -> Iterator[Finding]:
    options = {option.key for option in sector.options} if sector else set()
    seen: set[str] = set()
    for number, rule in enumerate(size.rules):
        for key in rule.sectors:
            if sector and key not in options:
                yield error(f"size.rules.{number}", f"the sector question has no option {key}", "correct the key")
            if key in seen:
                yield error(f"size.rules.{number}", f"an earlier rule covers the sector {key}", "name each sector once")
            seen.add(key)
    defaults = sum(1 for rule in size.rules if not rule.sectors)
    if defaults != 1:
        yield error("size.rules", f"{defaults} rules have no sectors", "let exactly one rule be the default")


def _size_labels(size: Size) -> Iterator[Finding]:
    named = [("size.smallest", size.smallest)]
    named += [(f"size.rules.{number}", each.size) for number, rule in enumerate(size.rules) for each in rule.classes]
    for place, key in named:
        if key not in size.labels:
            yield error(place, f"the size class {key} has no label", "add it to size.labels")
