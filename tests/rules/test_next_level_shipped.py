"""The next level on the bank and the playbook that come with the product."""

from functools import cache

from assessment.bank.answers_file import read_answers
from assessment.bank.documents import read_bank, read_document
from assessment.scoring.samples import answer_sets
from assessment.scoring.score import Scorer
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument
from recommendations.rules.next_level.find import next_level
from recommendations.rules.next_level.result import NextLevel, Outlook
from recommendations.rules.steps import answers_after
from tests.bench.places import BANK, EXAMPLE, PLAYBOOK

SETS = 40


@cache
def adviser() -> Adviser:
    bank = read_bank(BANK.read_text(encoding="utf-8"), BANK.name)
    return Adviser(Scorer(bank), read_document(PlaybookDocument, PLAYBOOK.read_text(encoding="utf-8"), PLAYBOOK.name))


def test_every_way_is_proven_and_reaches_the_level_that_it_names() -> None:
    scorer = adviser().scorer
    found_ways = 0
    for one in answer_sets(scorer.document, SETS):
        case = adviser().case(one.answers, one.scope, scorer.score(one.answers, one.scope))
        found = next_level(adviser(), case)
        assert found is not None and found.is_proven
        steps = {step.action: step for step in adviser().steps(case)}
        for way in found.ways:
            found_ways += 1
            then = scorer.score(answers_after(one.answers, [steps[work.action] for work in way.works]), one.scope)
            assert (then.level.key, then.overall.shown) == (way.level, way.overall.after)
            assert then.level.index >= _place(scorer, found)
            assert sum(work.gain for work in way.works) == way.overall.after - way.overall.before
            done: set[str] = set()
            for work in way.works:
                assert steps[work.action].requires <= done
                done.add(work.action)
    assert found_ways > SETS


def _place(scorer: Scorer, found: NextLevel) -> int:
    return [level.key for level in scorer.document.levels].index(found.next or "")


def test_sample_enterprise_reaches_the_next_level_in_proven_ways() -> None:
    scorer = adviser().scorer
    file = read_answers(EXAMPLE.read_text(encoding="utf-8"), EXAMPLE.name, scorer.document)
    case = adviser().case(file.answers, file.scope, scorer.score(file.answers, file.scope))
    found = next_level(adviser(), case)
    assert found is not None
    assert (found.outlook, found.level, found.next) == (Outlook.REACHABLE, "standardised", "integrated")
    assert found.is_proven and {way.level for way in found.ways} == {"integrated"}
    assert len({way.cost for way in found.ways}) == 1
