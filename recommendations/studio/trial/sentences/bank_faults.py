"""What the checkers find wrong with questions, scoring and texts, and how that is said here."""

from django.utils.translation import gettext_noop as _

BANK_FAULTS = {
    "a mean of parts on different scales ({}) is a mean of their shares, not of their points": _(
        "a mean of parts on different scales ({1}) is a mean of their shares, not of their points"
    ),
    "a node that takes the {} of its parts has no use for cells": _(
        "a node that takes the {w1} of its parts has no use for cells"
    ),
    "a node without a score of its own has no target": _("a node without a score of its own has no target"),
    "a percentage needs minimum and maximum": _("a percentage needs a smallest and a largest number"),
    "a table node without {} has nothing to look up": _("a table node without {w1} has nothing to look up"),
    "a {} question has no options that could be worth anything": _(
        "a {w1} question has no options that could be worth anything"
    ),
    "a {} question has no use for {}": _("a {w1} question has no use for {f2}"),
    "all questions of the node belong to readings that do not count, so it never has a score": _(
        "all questions of the node belong to readings that do not count, so it never has a score"
    ),
    "all scored questions belong to the reading, so it says the same as the score": _(
        "all scored questions belong to the reading, so it says the same as the score"
    ),
    "all weights are 0": _("all weights are 0"),
    "an earlier rule covers the sector {}": _("an earlier rule covers the sector {1}"),
    "answers can exceed it: the options add up to {} points, the maximum is {}": _(
        "answers can exceed it: the options add up to {1} points, the maximum is {2}"
    ),
    "both bands and a linear credit say what the number is worth": _(
        "both bands and a linear credit say what the number is worth"
    ),
    "both credits and points say what the options are worth here": _(
        "both credits and points say what the options are worth here"
    ),
    "both lower and above say where the level begins": _(
        "both “begins at” and “begins above” say where the level begins"
    ),
    "both steps and a maximum say what the points are worth": _(
        "both steps and a maximum say what the points are worth"
    ),
    "both upto and below say where the level ends": _("both “ends at” and “ends below” say where the level ends"),
    "full credit cannot be reached: the best answer earns {}": _(
        "full credit cannot be reached: the best answer earns {1}"
    ),
    "full credit cannot be reached: the options add up to {} of {} points": _(
        "full credit cannot be reached: the options add up to {1} of {2} points"
    ),
    "full credit cannot be reached: {} is outside what may be entered": _(
        "full credit cannot be reached: {1} is outside what may be entered"
    ),
    "its answers carry credit, but no node measures it": _("its answers carry credit, but no node measures it"),
    "level {} begins at {}, level {} before it at {}": _("level {1} begins at {2}, level {3} before it at {4}"),
    "neither a bound nor a gate leads to the level, so the level before it is never the last one reached": _(
        "neither a bound nor a gate leads to the level, so the level before it is never the last one reached"
    ),
    "no level holds {}": _("no level holds {w1}"),
    "no level holds {} of the node {}": _("no level holds {w1} of the node {2}"),
    "no node measures the question, so the reading does not know it": _(
        "no node measures the question, so the reading does not know it"
    ),
    "no node uses the ladder": _("no node uses the ladder"),
    "no number from {} lies in the band up to {}": _("no number from {1} lies in the band up to {2}"),
    "no number up to {} lies in the band up to {}": _("no number up to {1} lies in the band up to {2}"),
    "no option earns a point, so nothing can be scored": _("no option earns a point, so nothing can be scored"),
    "no question shows this reference line": _("no question shows this reference figure"),
    "no scored question belongs to the reading": _("no scored question belongs to the reading"),
    "nobody reaches the level: it begins at {}, the scale of the node {} ends at {}": _(
        "nobody reaches the level: it begins at {1}, the scale of the node {2} ends at {3}"
    ),
    "nothing says what the number is worth": _("nothing says what the number is worth"),
    "numbers above {} up to {} lie in no band": _("numbers above {1} up to {2} lie in no band"),
    "some options carry credit, others points": _("some options carry credit, others points"),
    "the cell is never reached: earlier cells cover all of it": _(
        "the cell is never reached: earlier cells cover all of it"
    ),
    "the child {} has no level {}": _("the part {1} has no level {2}"),
    "the child {} has no levels to be looked up by": _("the part {1} has no levels to be looked up by"),
    "the child {} has no score of its own, so it adds nothing to this one": _(
        "the part {1} has no score of its own, so it adds nothing to this one"
    ),
    "the credit falls from {} to {}, so more points earn less": _(
        "the credit falls from {1} to {2}, so more points earn less"
    ),
    "the credit goes up and down again along the scale": _("the credit goes up and down again along the scale"),
    "the example expects nothing": _("the example expects nothing"),
    "the exclusive option earns {} points": _("the exclusive option earns {1} points"),
    "the figure has no {}": _("the figure has no {f1}"),
    "the first step begins at {} points, so fewer points have no credit": _(
        "the first step begins at {1} points, so fewer points have no credit"
    ),
    "the gate is not said in words, so nobody reads what is missing for the level": _(
        "the gate is not said in words, so nobody reads what is missing for the level"
    ),
    "the key {} is taken by the derived size class": _("the key {1} is taken by the derived size class"),
    "the language {} is not one of {}": _("the language {1} is not one of {2}"),
    "the last band ends at {}, but the question has no maximum": _(
        "the last band ends at {1}, but the question has no largest number"
    ),
    "the last level ends at {}, the scale of the node {} at {}": _(
        "the last level ends at {1}, the scale of the node {2} at {3}"
    ),
    "the level ends before it begins": _("the level ends before it begins"),
    "the maximum is {}": _("the maximum is {1}"),
    "the minimum {} is not below the maximum {}": _("the smallest number {1} is not below the largest {2}"),
    "the node hands up its level, but has none": _("the node hands up its level, but has none"),
    "the node hands up its level, but not everybody reaches the first one, {}": _(
        "the node hands up its level, but not everybody reaches the first one, {1}"
    ),
    "the node hands up its target, but has none": _("the node hands up its target, but has none"),
    "the node has both children and measures": _("the node has both parts and measured questions"),
    "the node has neither children nor measures": _("the node has neither parts nor measured questions"),
    "the node has no child {}": _("the node has no part {1}"),
    "the node {} has no score of its own, so it meets no bound": _(
        "the node {1} has no score of its own, so it meets no bound"
    ),
    "the node {} has no target": _("the node {1} has no target"),
    "the option has no credit, although the question is measured": _(
        "the option has no credit, although the question is measured"
    ),
    "the option has no points, although the question is measured": _(
        "the option has no points, although the question is measured"
    ),
    "the option key {} is reserved for the answer state of that name": _(
        "the option key {1} is reserved for the answer state of that name"
    ),
    "the option {} of {} has no worth here": _("the option {1} of {2} has no worth here"),
    "the profile is never scored, so no reading is of it": _("the profile is never scored, so no reading is of it"),
    "the profile is never scored, so the {} of {} do nothing": _(
        "the profile is never scored, so the {f1} of {2} do nothing"
    ),
    "the profile is not the first section": _("the profile is not the first section"),
    "the question key {} is used already in section {}": _("the question key {1} is used already in section {2}"),
    "the question {} belongs to the profile, which is never scored": _(
        "the question {1} belongs to the profile, which is never scored"
    ),
    "the question {} is answered in free text, which cannot be scored": _(
        "the question {1} is answered in free text, which cannot be scored"
    ),
    "the question {} is measured {} times in this node": _("the question {1} is measured {2} times in this node"),
    "the credit of the options goes up and down": _("the credit of the options goes up and down"),
    "the tolerance {} lets wrong figures pass: {} is the widest that still guards them": _(
        "the tolerance {1} lets wrong figures pass: {2} is the widest that still guards them"
    ),
    "the quotation marks {} {} are part of the text": _("the quotation marks {1} {2} are part of the text"),
    "the scale says {}, the parts {} {}": _("the scale is {1}, but the parts {w2} {3}"),
    "the score {} is beyond the scale of the node, which ends at {}": _(
        "the score {1} is beyond the scale of the node, which ends at {2}"
    ),
    "the sector question has no option {}": _("the sector question has no option {1}"),
    "the size class {} has no label": _("the size class {1} has no label"),
    "the table has no rows": _("the table has no rows"),
    "the target {} is beyond the scale of the node, which ends at {}": _(
        "the target {1} is beyond the scale of the node, which ends at {2}"
    ),
    "the text is missing in {}": _("the text is missing in {l1}"),
    "the {} key {} is used {} times": _("the {w1} key {2} is used {3} times"),
    "the {} {} looks like {}, rounded": _("the {f1} {2} looks like {3}, rounded"),
    "there are no points to read against a maximum": _("there are no points to read against a maximum"),
    "there is no framework item {}": _("there is no framework item {1}"),
    "there is no ladder {}": _("there is no ladder {1}"),
    "there is no level {}": _("there is no level {1}"),
    "there is no node {}": _("there is no node {1}"),
    "there is no question {}": _("there is no question {1}"),
    "there is no reading {}": _("there is no reading {1}"),
    "there is no reference line {}": _("there is no reference figure {1}"),
    "there is no status {}": _("there is no status {1}"),
    "there is nothing to count progress from": _("there is nothing to count progress from"),
    "what does not apply counts as the target, but no node has one": _(
        "what does not apply counts as the target, but no node has one"
    ),
    "whoever fails the gate of the first level reaches no level at all": _(
        "whoever fails the gate of the first level reaches no level at all"
    ),
    "zero_at and full_at are both {}": _("the numbers that earn nothing and everything are both {1}"),
    "{} and {} both hold {}": _("{1} and {2} both hold {w3}"),
    "{} combinations of levels have no cell, such as {}": _("{1} combinations of levels have no cell, such as {2}"),
    "{} count by their weight, {} by the weights of what applies below them": _(
        "{1} count by their weight, {2} by the weights of what applies below them"
    ),
    "{} counts points, not credit": _("{w1} counts points, not credit"),
    "{} has no exclusive options": _("{w1} has no exclusive options"),
    "{} has no option {}": _("{1} has no option {2}"),
    "{} has no use for steps": _("{w1} has no use for steps"),
    "{} is not a {} question of the profile": _("{1} is not a {w2} question of the profile"),
    "{} options leave nothing to choose": _("{1} options leave nothing to choose"),
    "{} rules have no sectors": _("{1} rules have no sectors"),
    "{} worked examples, at least {} are needed": _("{1} worked examples, at least {2} are needed"),
    "{} {} follows {}": _("{f1}: {2} follows {3}"),
}
