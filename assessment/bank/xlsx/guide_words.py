"""The descriptions of columns that stand in the schema, marked here to be translated for the guide."""

from django.utils.translation import gettext_noop as _

ABOUTS = (
    _("The format of this document. There is one so far."),
    _(
        "The bank's name in commands and addresses: lower-case letters, digits, single hyphens between them. "
        "Loading a file replaces the working copy of the bank with the same slug."
    ),
    _(
        "The languages of the bank. Every text must be written in each of them. Where a page is in another "
        "language, the English text is shown, else the first one written."
    ),
    _("What the bank is called."),
    _("What is asked, and of whom, in a sentence or two."),
    _("What the result is and is not; stands beside every score, on screen and in the report."),
    _("How the score is made, for the method page and the report. An empty line begins a paragraph."),
    _(
        "A node whose answered share (its coverage) is below this shows no score and no level. Equal is "
        "enough; 0 never withholds a score."
    ),
    _("Digits behind the decimal point, always all of them: 2 writes 1.50."),
    _("From this the time that is left is estimated."),
    _("Names the section."),
    _("The heading of the page."),
    _("A few words under the heading. An empty line begins a paragraph."),
    _("Questions about the enterprise: the first section, never scored, asked in every scope."),
    _("The node that the page belongs to, by key."),
    _("Names the question, once in the whole bank."),
    _(
        "How it is answered. `single`, `likert`: one option, the latter along a scale. `yes_no`: one of two. "
        "`multi`: one or several options. `percent`, `number`: a number. `table`: options for each row. "
        "`text`: free text, never scored."
    ),
    _("The question as it is asked."),
    _("What it is called in a list or a reason; left out: its whole text."),
    _("Help for whoever is unsure how to answer."),
    _("An example of an answer."),
    _("What would prove the answer."),
    _("Asked in the quick scan as well."),
    _("Answers cannot be submitted while it is asked and unanswered."),
    _(
        "Asked only if this is true; hidden if it is false or cannot be told. May ask for answers to earlier "
        "questions and for the profile, not for scores."
    ),
    _("`table` only: any number of options may be ticked in a row, also none. Options carry points."),
    _("The number that is worth nothing."),
    _("The number that is worth all; below `zero_at` where less is better."),
    _("`percent`, `number`: the unit."),
    _("The least number that may be entered; `percent` needs it."),
    _("`percent`, `number`: decimal digits that may be entered."),
    _("What is counted as the part."),
    _("What is counted as the whole."),
    _("What published frameworks ask the same."),
    _("Published figures to show beside the answer, by key."),
    _("Names the option within its question. Never `unknown` or `not_applicable`."),
    _("What is chosen."),
    _("Share of the question's worth, 0 to 1. Write all options with credit, or all with points."),
    _("Stands alone, in its table row too: “none of these”. Only where several may be ticked."),
    _("Names the row within its question."),
    _("What the row asks about."),
    _("How much the row counts among the rows; left out: 1."),
    _("Upper edge, itself included. Bands stand from the lowest to the highest."),
    _("Share of the question's worth for numbers in this band."),
    _("What the band is called."),
    _("Points needed at least. The first step begins at 0."),
    _("Share of the question's worth from there on."),
    _("Names the node; facts, examples and sections refer to it."),
    _("What the node is called."),
    _("What it covers."),
    _("Why it matters."),
    _(
        "How the parts make the score. `mean`: weighted mean. `sum`: points added up. `min`, `max`: the "
        "weakest, the strongest part. `product`: shares multiplied. `table`: looked up in `cells`. `none`: no"
        " number of its own, the parts are read alone."
    ),
    _("What is aimed at, on the node's scale. Going beyond it earns nothing more."),
    _("The question, by key. One question may be measured in several nodes."),
    _("For each child, by key, the levels that fit. A child that is not named may have any level."),
    _("The node's score, on its own scale."),
    _("Names the level within its ladder."),
    _("What the level is called."),
    _("What it means to be there."),
    _("The least score, itself included. Write `lower`, or `above`, or neither: then the gate decides."),
    _("What must be true besides the score. A gate that cannot be told from the answers does not hold."),
    _("The gate in plain words, for those who are to pass it."),
    _("Names the check."),
    _("The contradiction. Only a condition that is true shows the message, not one that cannot be told."),
    _("What the person who answers reads."),
    _("Questions to look at again, by key."),
    _("What the figure says."),
    _("The figure."),
    _("The unit of the figure."),
    _("The time it was taken at."),
    _("Of whom it was taken. Must be filled in."),
    _("Who published it, and where. Must be filled in."),
    _("Its address."),
    _("Names the framework."),
    _("Its name, with publisher and year."),
    _("Names the item within its framework."),
    _("What the framework calls it."),
    _("The class of those who meet no threshold."),
    _("Who published the thresholds."),
    _("Names the example."),
    _("Whose answers these are."),
    _("How it was calculated, so that a reader can follow."),
    _("The score, 0 to 100."),
    _(
        "What the answer “does not apply” counts as. `excluded`: the question leaves the measure. `zero`: "
        "answered, worth nothing. `full`: answered, worth all. `target`: answered, worth the target of the "
        "node that measures it. Questions hidden by `visible_if` are excluded always."
    ),
    _("`half_up`: to the nearest, a half away from zero. `truncate`: further digits are cut off."),
    _("Whether “I don't know” may be answered: it counts nothing and opens the interval."),
    _("Whether “does not apply” may be answered; the bank's `not_applicable` says what it counts."),
    _("The reading that the question belongs to, besides the main score."),
    _(
        "`percent`, `number`: the greatest number that may be entered; `percent` needs it, and so do bands. "
        "Where options carry points: how many points are full credit; more earn nothing more."
    ),
    _(
        "Points. One option chosen: divided by the highest points of the question, so thirds are written 0, "
        "1, 2, 3. Several chosen: added up and divided by all there are. The question's `maximum`, if "
        "written, is the divisor in both cases."
    ),
    _("Names the reading; questions repeat it as their `reading`."),
    _("What the reading is called beside a score."),
    _("What the reading says, in a sentence or two."),
    _(
        "`true`: its questions count in the main score too. `false`: they count in this reading only, and "
        "neither the main score nor its coverage knows them."
    ),
    _(
        "How much the node counts in its parent. Left out, under a `mean`: it weighs what applies below it, "
        "as if its questions hung on the parent directly. Left out, under a `sum`: 1. A mean of means needs "
        "`weight: 1` on every child. 0: shown, not counted."
    ),
    _(
        "What full marks are called. Left out: what the parts add up to under a `sum`; else the scale that "
        "all children hand up, if it is the same and the node measures no question itself; else 100."
    ),
    _("The key of a ladder whose levels this node may reach, gates asked, instead of the bank's `levels`."),
    _(
        "What the node hands to its parent. `score`: its points. `level`: the number of the level it reached,"
        " counted from 0, out of the number of levels less 1. `target`: its points up to its target, out of "
        "the target."
    ),
    _("What published frameworks call the same."),
    _(
        "How much it counts in the node. In a `mean` it is divided by the sum of all weights; in a `sum` the "
        "points are multiplied by it. 0: shown, not counted."
    ),
    _("Worth of each option in this node, as shares from 0 to 1, instead of what the options say."),
    _("Worth of each option in this node, in points, instead of what the options say."),
    _("The score must be more than this: 15 itself belongs to the level below."),
    _("Where the level ends, itself included. Changes nothing; checked against the next level's `above`."),
    _("Where the level ends, itself not included. Changes nothing; checked against the next `lower`."),
    _("Where the bound and the gate come from: what was published, or that they are an estimate."),
    _("Names the figure; questions repeat it under `reference_lines`."),
    _("`mean` of many, `share` of many, `target` set by somebody, or `survey` result."),
    _("The `number` question of the profile for employees."),
    _("The `number` question of the profile for revenue."),
    _("The `single` question of the profile for the sector."),
    _("Options of the sector question for which the rule stands; `[]` for the one default rule."),
    _("The key of the class, one of `labels`."),
    _("Employees needed at least; left out: any number will do."),
    _("Revenue needed at least; left out: any will do."),
    _("`full` asks everything; `quick` the profile and `core` questions."),
    _(
        "How far a calculated number may lie from the expected one. Write half of the last digit: 0.005 for "
        "two decimals, 0 for an exact figure."
    ),
    _("The lower end of the interval, 0 to 100: what is open counts nothing."),
    _("The upper end of the interval, 0 to 100: what is open counts its best."),
    _("The score on the node's own scale."),
    _("The points as people read them, digit for digit. Write it in quotes."),
    _("The answered share; compared to half of a tenth of a percent, whatever the tolerance."),
    _("`scored`, `unscored`, `not_enough_answers` or `not_assessed`."),
    _("The key of the level reached, out of the node's own levels."),
    _("How much of the target is reached, 0 to 100."),
    _("How much of the way from the baseline to the target is done."),
    _("The points of the node in each reading, on the node's scale."),
)
