"""Whether everything that could be asked "who says so?" has an answer."""

from collections import Counter
from collections.abc import Iterator

from assessment.scoring.findings import Finding, error, warning
from recommendations.rules.document import PlaybookDocument


def check_sources(playbook: PlaybookDocument) -> Iterator[Finding]:
    """This function will yield what cites a source that does not exist, and doubts about what cites none."""
    known = {source.key for source in playbook.sources}
    for key, count in Counter(source.key for source in playbook.sources).items():
        if count > 1:
            yield error(f"sources.{key}", f"the source key {key} is used {count} times", "give every source its own")
    cited: set[str] = set()
    for place, keys in _citations(playbook):
        cited |= set(keys)
        for key in keys:
            if key not in known:
                mend = f"use one of: {', '.join(sorted(known))}" if known else "list it under sources"
                yield error(f"{place}.sources", f"there is no source {key}", mend)
        if not keys:
            yield warning(
                f"{place}.sources", "does not say where its figures come from", "cite a source or an estimate"
            )
    for action in playbook.actions:
        if not action.source:
            yield warning(f"actions.{action.key}.source", "does not say who recommends it", "name the source")
    for key in sorted(known - cited):
        yield warning(f"sources.{key}", "nothing cites the source", "cite it or take it out")


def _citations(playbook: PlaybookDocument) -> Iterator[tuple[str, list[str]]]:
    for effort in playbook.efforts:
        yield f"efforts.{effort.key}", effort.sources
    for cost in playbook.cost_bands:
        yield f"cost_bands.{cost.key}", cost.sources
    for priority in playbook.priority_bands:
        yield f"priority_bands.{priority.key}", priority.sources
    for rule in playbook.rules:
        yield f"rules.{rule.key}", rule.sources
