"""The frozen content says what the scorecard says, in words that somebody can read."""

from fractions import Fraction

import pytest

from assessment.scoring.figures import shown_gain, shown_points
from assessment.scoring.scorecard import Scope
from recommendations.report.content.build import build_content
from recommendations.report.content.kinds import AnswerView, GateState, Standing
from recommendations.report.content.schema import ReportContent
from tests.content.worth import example_answers
from tests.report.samples import (
    UNKNOWN,
    bank,
    make_content,
    make_material,
    profile_only,
    sample_answers,
    without_playbook,
)

LOCALES = ("en", "zh-hans")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_figure_is_the_rounded_score_of_its_node(locale: str) -> None:
    material, content = make_material(locale), make_content(locale)
    figures = [content.overall, *(f for b in content.barriers for f in (b.figure, *b.indicators))]
    expected = {
        key: None if node.shown is None else shown_points(node.shown) for key, node in material.scorecard.nodes.items()
    }
    assert {figure.key: figure.score for figure in figures} == expected


def test_content_survives_storage_as_json() -> None:
    content = make_content()
    assert ReportContent.model_validate_json(content.model_dump_json()) == content


def test_the_same_material_gives_the_same_content() -> None:
    assert make_content().model_dump_json() == make_content().model_dump_json()


def test_the_sample_firm_reads_as_calculated() -> None:
    content = make_content()
    assert (content.overall.score, content.ladder.headline) == ("42.0", "Level 2: Standardised")
    assert [barrier.figure.score for barrier in content.barriers] == ["45.8", "37.5", "38.2", "46.3"]
    assert content.summary.weakest == "R&D and production holds you back most: 37.5 of 100."
    assert content.summary.strongest == "Talent and organisation carries you best: 46.3 of 100."
    assert content.ladder.distance == "To level 3, Integrated: 18.0 points and 3 conditions."
    assert content.counts.line == "45 questions: 42 answered, 2 not known, 0 not answered, 1 not applicable."


def test_chinese_reads_in_chinese() -> None:
    content = make_content("zh-hans")
    assert (content.mode, content.submitted_on) == ("企业自评", "2026年11月22日")
    assert content.ladder.distance == "距 3 级（集成级）还差 18.0 分，还差 3 个条件。"


def test_interval_is_named_where_something_is_unknown() -> None:
    cost = make_content().barriers[2].figure
    assert (cost.is_interval, cost.sentence) == (True, "Between 38.2 and 50.0, depending on what is not known yet.")


def test_only_one_barrier_is_the_lowest() -> None:
    assert [barrier.figure.key for barrier in make_content().barriers if barrier.is_lowest] == ["rd_production"]


def test_what_holds_back_are_the_known_answers_that_leave_most_open() -> None:
    for barrier in make_content().barriers:
        unknown = {row.key for row in barrier.unknown}
        known = [row for row in barrier.contributions if row.key not in unknown]
        most = sorted((float(row.open) for row in known if float(row.open) > float(row.gained)), reverse=True)
        assert [float(row.open) for row in barrier.holds_back] == most[:5]


def test_contributions_of_a_barrier_add_up_to_its_score() -> None:
    material = make_material()
    for barrier in make_content().barriers:
        parts = material.scorecard.contributions[barrier.figure.key]
        assert (sum(p.gained for p in parts), sum((p.gained + p.open for p in parts), Fraction(0))) == (
            material.scorecard.nodes[barrier.figure.key].score,
            100,
        )
        assert [row.gained for row in barrier.contributions] == [shown_points(part.gained) for part in parts]


def test_gates_of_the_next_level_name_the_own_value() -> None:
    states = {gate.text: gate.state for gate in make_content().ladder.gates}
    assert states["R&D and production is at least 40 (you: 37.5) where it applies"] is GateState.FAILS
    assert list(states.values()).count(GateState.HOLDS) == 2


def test_ladder_has_one_current_and_one_next_rung() -> None:
    assert [rung.standing for rung in make_content().ladder.rungs] == [
        Standing.REACHED,
        Standing.REACHED,
        Standing.CURRENT,
        Standing.NEXT,
        Standing.ABOVE,
    ]


def test_cards_follow_the_advice_with_reasons_effect_and_evidence() -> None:
    material, content = make_material(), make_content()
    assert [(card.key, card.rank, card.effect) for card in content.actions] == [
        (item.action, item.rank, shown_gain(item.effect)) for item in material.advice.recommendations
    ]
    assert all(card.reasons and card.reasons[0].evidence and card.steps and card.cost for card in content.actions)


def test_samples_are_known_as_samples() -> None:
    assert (make_content().has_samples, make_content().actions[0].categories[0].services[0].is_sample) == (True, True)


def test_public_measures_are_listed_once() -> None:
    keys = [measure.key for measure in make_content().public_measures]
    assert (len(keys) > 0, len(keys)) == (True, len(set(keys)))


def test_a_long_choice_is_short_in_tables_and_full_among_all_answers() -> None:
    content = make_content()
    rows = {row.key: row for barrier in content.barriers for row in barrier.contributions}
    full = {row.key: row.answer for section in content.answers for row in section.rows}
    assert (
        rows["EQ10"].answer.endswith("and 2 more"),
        full["EQ10"].startswith(rows["EQ10"].answer.split(" and ")[0]),
    ) == (
        True,
        True,
    )


def test_reference_lines_compare_only_like_with_like() -> None:
    groups = {group.question: group for barrier in make_content().barriers for group in barrier.references}
    assert {name: (group.is_comparable, group.own is not None) for name, group in groups.items()} == {
        "Machines that give out data": (True, True),
        "Key operations under computer control": (True, True),
        "Product design": (False, False),
        "Digital spending": (False, False),
    }


def test_reference_line_carries_scope_period_and_source() -> None:
    lines = [line for barrier in make_content().barriers for group in barrier.references for line in group.lines]
    assert [line.key for line in lines if not (line.scope and line.period and line.source and line.value)] == []


def test_reference_line_says_how_the_answer_stands_to_it() -> None:
    groups = {group.question: group for barrier in make_content().barriers for group in barrier.references}
    verdicts = {name: [line.verdict for line in group.lines][:2] for name, group in groups.items()}
    # 4 of 7 key operations are 57.1 %; 31 of 58 machines 53.4 %; drawings are managed in a system
    assert verdicts == {
        "Machines that give out data": ["You are below this average: 53.4 % against 57.7 %."],
        "Key operations under computer control": [
            "You are above this average: 57.1 % against 55.3 %.",
            "You are above this average: 57.1 % against 55.7 %.",
        ],
        "Product design": ["You are in this group.", "You are in this group."],
        "Digital spending": [""],
    }


def test_every_asked_question_is_in_the_annex_once() -> None:
    keys = [row.key for section in make_content().answers for row in section.rows]
    assert sorted(keys) == sorted(make_material().scorecard.visible)


def test_without_answers_no_number_is_shown() -> None:
    content = make_content(answers=profile_only())
    assert (content.overall.score, content.ladder.headline) == (None, "No level can be given yet")
    assert content.summary.weakest == "No barrier has enough answers for a number yet."
    assert content.ladder.distance == "Too little is answered to name a level. Answer what is open and submit again."


def test_a_reason_that_rests_on_many_answers_lists_the_first_and_counts_the_rest() -> None:
    reasons = [reason for action in make_content(answers=profile_only()).actions for reason in action.reasons]
    assert (6, "and 38 more answers") in [(len(reason.evidence), reason.more) for reason in reasons]


def test_all_unknown_counts_as_unknown() -> None:
    asked = [q.key for section in bank().sections if not section.profile for q in section.questions if q.allow_unknown]
    content = make_content(answers={**sample_answers(), **dict.fromkeys(asked, UNKNOWN)})
    states = {row.state for section in content.answers for row in section.rows}
    assert (content.overall.score, AnswerView.UNKNOWN in states) == (None, True)


def test_quick_scan_says_so_and_lists_core_questions_only() -> None:
    content = make_content(scope=Scope.QUICK)
    core = {q.key for section in bank().sections for q in section.questions if q.core or section.profile}
    assert (content.scope, {row.key for section in content.answers for row in section.rows} <= core) == (
        "Quick scan",
        True,
    )


def test_a_bank_without_playbook_gives_a_report_without_actions() -> None:
    content = build_content(without_playbook(make_material()))
    assert (content.actions, content.cost_bands, content.undecided, content.overall.score) == ((), (), (), "42.0")


def test_what_the_quick_scan_leaves_out_is_not_said_to_be_inapplicable() -> None:
    quick, full = make_content(scope=Scope.QUICK), make_content()
    equipment = [[figure.key for figure in content.barriers[0].indicators] for content in (quick, full)]
    assert "eq_energy" in equipment[1] and "eq_energy" not in equipment[0]
    assert quick.barriers[0].figure.sentence == "Everything that the quick scan asks here is answered."


def test_a_changed_share_is_given_as_its_band_and_not_to_the_digit() -> None:
    changes = [change for action in make_content().actions for change in action.changes if change.key == "EQ02"]
    assert {change.after for change in changes} == {"More than 20 %, up to 40 %"}


def test_card_says_which_rule_fired_and_where_its_figures_come_from() -> None:
    card = next(card for card in make_content().actions if card.key == "A24")
    assert [reason.asks for reason in card.reasons] == [
        "Budgeting is “Not planned; we buy only when forced to” or “Case by case, by the owner” "
        "(you: “Case by case, by the owner”)",
    ]
    assert [ground.is_estimate for ground in card.grounds] == [False, True, True, True]
    assert card.grounds[1].text.startswith("From which answer on the action is worth recommending")


def test_sources_of_levels_and_advice_are_listed_and_estimates_called_so() -> None:
    titles = [source.title for source in make_content().sources]
    assert titles.count("Advice: published thresholds") == 3
    assert titles.count("Advice: editorial estimate") == 4
    assert "Level “Integrated”: bound and gate" in titles


def test_open_action_says_what_would_have_to_be_true() -> None:
    rows = make_content(answers=profile_only()).undecided
    assert rows and all(row.asks for row in rows)


def test_score_that_is_enough_for_more_says_that_a_condition_is_missing() -> None:
    """Everything at its best but for one barrier: the bound of a higher level holds, its gate does not."""
    best = example_answers(bank(), "all_highest")
    lowest = {key: answer for key, answer in example_answers(bank(), "all_lowest").items() if key.startswith("TA")}
    ladder = make_content(answers={**best, **lowest}).ladder
    assert ladder.held_back.startswith("The score would be enough for “")
    assert make_content().ladder.held_back == ""
