"""Twenty-nine defects found in real public tools, and the tests that would catch each of them here."""

import ast
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

SCORING = "tests/scoring/test_traps.py::"
RULES = "tests/rules/test_traps.py::"
RESPONSES = "tests/responses/test_traps.py::"
REPORT = "tests/report/test_traps.py::"

TRAPS: dict[str, tuple[str, ...]] = {
    "band-gap": (f"{SCORING}test_band_gap_every_score_has_exactly_one_level_and_levels_never_fall",),
    "band-gap-official": (
        f"{SCORING}test_band_gap_official_is_refused_with_the_numbers_named",
        f"{SCORING}test_band_gap_official_of_a_question_is_refused_too",
        "tests/scoring/test_check_levels.py::test_seam_between_two_levels",
    ),
    "negative-weight": (
        f"{SCORING}test_negative_weight_cannot_be_written",
        "tests/scoring/test_properties.py::test_scores_stay_within_0_and_100_and_inside_their_interval",
    ),
    "negative-option-counts": (f"{SCORING}test_negative_option_counts_for_nothing_and_stands_alone",),
    "item-list-vs-divisor": (
        f"{SCORING}test_item_list_vs_divisor_everything_chosen_scores_100_whatever_the_number_of_items",
        f"{SCORING}test_item_list_vs_divisor_a_typed_divisor_that_the_items_exceed_is_doubted_and_cut_off",
        f"{SCORING}test_item_list_vs_divisor_thirds_are_points_and_not_typed",
    ),
    "unanswered-skipped": (
        f"{SCORING}test_unanswered_skipped_answering_only_the_best_row_withholds_the_score",
        f"{SCORING}test_unanswered_skipped_a_table_is_answered_row_by_row_or_not_at_all",
    ),
    "all-na-top-level": (f"{SCORING}test_all_na_top_level_is_not_assessed_instead",),
    "client-computed-score": (f"{RESPONSES}test_client_computed_score_is_ignored",),
    # Results are compared with published figures only; where they are counted together, few are not shown.
    "benchmark-n1": (
        "tests/desk/test_overview.py::test_few_results_have_no_distribution",
        "tests/desk/test_study.py::test_figures_begin_with_the_thirtieth_enterprise",
    ),
    "invented-benchmarks": (
        "tests/benchmarks/test_reference_lines.py::test_reading_carries_figure_scope_period_and_source_in_the_language",
        "tests/scoring/test_check_references.py::test_reference_line_needs_scope_and_source_and_a_question",
    ),
    # Nobody is told a rank among others yet; what is counted of others waits for the thirtieth, each enterprise once.
    "percentile-n1": (
        "tests/desk/test_study.py::test_figures_begin_with_the_thirtieth_enterprise",
        "tests/responses/test_submitted.py::test_last_submission_of_an_enterprise_counts",
    ),
    "history-rewritten": (
        f"{REPORT}test_history_rewritten_by_a_later_assessment_is_not_so",
        "tests/report/test_pages.py::test_get_changes_nothing",
    ),
    "bank-edit-changes-past": (
        f"{REPORT}test_bank_edit_changes_past_is_not_so",
        f"{SCORING}test_bank_edit_changes_past_a_scorer_keeps_the_document_it_was_made_of",
    ),
    "duplicate-answers": (
        f"{RESPONSES}test_duplicate_answers_do_not_come_from_back_and_again",
        f"{SCORING}test_duplicate_answers_a_question_counts_once_per_node",
        "tests/responses/test_concurrency.py::test_the_same_save_twenty_times_is_stored_once",
    ),
    "idk-scored": (
        f"{SCORING}test_idk_scored_is_a_state_that_never_beats_an_answer",
        "tests/scoring/test_properties.py::test_not_knowing_never_pays",
    ),
    "reverse-item": (
        f"{SCORING}test_reverse_item_scores_by_declared_credit_never_by_position",
        "tests/scoring/test_item_analysis.py::test_notes_begin_at_their_thresholds",
    ),
    "rules-silently-wrong-scale": (
        f"{RULES}test_rules_silently_wrong_scale_are_refused_on_the_scale_of_each_node",
        f"{RULES}test_rules_silently_wrong_scale_without_a_threshold_are_refused",
        f"{RULES}test_rules_silently_wrong_scale_that_fire_for_everyone_are_doubted",
        f"{SCORING}test_rules_silently_wrong_scale_is_refused",
        f"{SCORING}test_rules_silently_wrong_scale_of_a_node_counted_to_three_is_refused_too",
    ),
    "ignored-rule-field": (
        f"{RULES}test_ignored_rule_field_no_condition_is_ignored",
        "tests/rules/test_advise.py::test_every_kind_of_fact_changes_the_outcome",
        "tests/catalogue/test_queries.py::test_every_condition_decides",
    ),
    "chart-missing-for-weakest": (
        f"{REPORT}test_chart_missing_for_weakest_is_drawn_for_every_extreme",
        f"{SCORING}test_chart_missing_for_weakest_every_node_stays_in_the_scorecard",
        "tests/report/test_printed.py::test_report_of_an_extreme_is_drawn_with_all_its_charts",
    ),
    "exclusive-validation-crash": (
        f"{RESPONSES}test_exclusive_validation_crash_is_a_message_beside_the_field",
        f"{RESPONSES}test_exclusive_validation_crash_is_a_refusal_for_the_script",
        f"{SCORING}test_exclusive_validation_crash_is_an_error_message",
    ),
    "two-score-implementations": (
        "tests/report/test_pages.py::test_page_data_and_pdf_show_the_same_numbers",
        "tests/report/test_pages.py::test_data_is_the_frozen_scorecard_and_advice",
        "tests/report/content/test_build.py::test_every_figure_is_the_rounded_score_of_its_node",
    ),
    "rule-errors-swallowed": (
        f"{RULES}test_rule_errors_swallowed_is_not_so_a_typo_is_refused_and_a_failure_is_named",
        "tests/plan/test_actions.py::test_rule_that_fails_is_counted_logged_and_recorded",
    ),
    "na-keeps-max": (
        f"{SCORING}test_na_keeps_max_the_number_a_rule_sees_is_the_number_shown",
        f"{RULES}test_na_keeps_max_the_number_in_a_rule_is_the_number_shown",
    ),
    "xss-in-report": (
        f"{REPORT}test_xss_in_report_content_comes_from_the_stored_result_only",
        "tests/report/test_pages.py::test_name_of_the_enterprise_is_escaped",
    ),
    "idor": (
        "tests/test_permissions.py::PermissionTableTest::test_every_role_meets_the_status_of_the_table",
        "tests/report/test_pages.py::test_report_of_another_enterprise_does_not_exist",
        "tests/responses/test_api.py::test_the_key_of_another_assessment_opens_nothing",
    ),
    "bankers-rounding": (f"{SCORING}test_bankers_rounding_is_not_used_and_levels_ignore_rounding",),
    "backdating": (
        "tests/plan/test_traps.py::test_backdating_is_not_possible_when_submitting",
        "tests/plan/test_traps.py::test_backdating_is_not_possible_afterwards",
    ),
    "false-authorship": (f"{REPORT}test_false_authorship_is_not_claimed",),
    # There is no page on which enterprises are published; what the desk shows names nobody.
    "name-sample-not-company": (
        "tests/desk/test_overview.py::test_page_names_no_enterprise",
        "tests/desk/test_items_page.py::test_page_names_no_enterprise",
    ),
}


@cache
def defined_in(path: str) -> frozenset[str]:
    """The tests that a file defines, those of a class as CLASS::TEST."""
    found: set[str] = set()
    for part in ast.parse((Path(settings.BASE_DIR) / path).read_text(encoding="utf-8")).body:
        if isinstance(part, ast.FunctionDef):
            found.add(part.name)
        elif isinstance(part, ast.ClassDef):
            found |= {f"{part.name}::{each.name}" for each in part.body if isinstance(each, ast.FunctionDef)}
    return frozenset(found)


def test_there_are_twenty_nine_traps() -> None:
    assert len(TRAPS) == 29


@pytest.mark.parametrize("trap", TRAPS)
def test_every_test_that_a_trap_names_is_there(trap: str) -> None:
    named = [test.partition("::") for test in TRAPS[trap]]
    assert named and [name for path, _, name in named if name not in defined_in(path)] == []


@pytest.mark.parametrize("room", ["scoring", "rules", "responses", "report", "plan"])
def test_every_test_of_a_trap_is_named_here(room: str) -> None:
    """Except for those that belong to a trap of the list in the scoring room without being the one that catches it."""
    path = f"tests/{room}/test_traps.py"
    named = {test.partition("::")[2] for tests in TRAPS.values() for test in tests if test.startswith(path)}
    written = {name for name in defined_in(path) if name.startswith("test_")}
    assert written - named == EXTRA.get(room, set())


EXTRA = {
    "scoring": {
        "test_band_gap_of_a_score_of_exactly_five_belongs_to_the_band_that_ends_there",
        "test_everything_hidden_is_not_assessed",
    }
}
