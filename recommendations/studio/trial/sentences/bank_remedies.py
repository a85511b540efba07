"""What to do about questions, scoring and texts."""

from django.utils.translation import gettext_noop as _

BANK_REMEDIES = {
    "add cells for them": _("add cells for them"),
    "add it to size.labels": _("add its label under size class"),
    "an option that stands alone says that nothing applies: give it 0 points": _(
        "an option that stands alone says that nothing applies: give it 0 points"
    ),
    "begin at 0 points": _("begin at 0 points"),
    "begin where {} ends: {}": _("begin where {1} ends, {w2}"),
    "calculate some by hand: a weak, a middling and a strong enterprise": _(
        "calculate some by hand: a weak, a middling and a strong enterprise"
    ),
    "correct the key": _("choose one that exists"),
    "correct the key, or add the question": _("choose a question that exists, or add this one"),
    "did you mean {}?": _("did you mean {1}?"),
    "use a fact that the bank has": _("use a fact that the bank has"),
    "look at the order of the options and at their credit": _("look at the order of the options and at their credit"),
    "write half of the last digit of the figures, such as 0.005 for two decimals": _(
        "write half of the last digit of the figures, such as 0.005 for two decimals"
    ),
    "exchange its bounds": _("exchange its bounds"),
    "exchange or correct them": _("exchange or correct them"),
    "give at least one child a weight above 0": _("give at least one part a weight above 0"),
    "give at least one measure a weight above 0": _("give at least one measured question a weight above 0"),
    "give at least one option points": _("give at least one option points"),
    "give at least one points": _("give at least one option points"),
    "give at least one row": _("give at least one row"),
    "give at least one row a weight above 0": _("give at least one row a weight above 0"),
    "give at least two options": _("give at least two options"),
    "give every child a weight, or none": _("give every part a weight, or none"),
    "give every question a key of its own, across all sections": _(
        "give every question a key of its own, across all sections"
    ),
    "give every {} a key of its own": _("give every {w1} a key of its own"),
    "give it a credit from 0 to 1, or give every option points": _(
        "give it a credit from 0 to 1, or give every option points"
    ),
    "give it a ladder, or the bank levels": _("give it a ladder, or give the bank levels"),
    "give it bands or a linear credit": _("give it bands or a linear credit"),
    "give it children with levels, and a cell for every combination of them": _(
        "give it parts with levels, and a cell for every combination of them"
    ),
    "give it lower, above or a gate": _("say where it begins, or give it a gate"),
    "give it points, 0 or more": _("give it points, 0 or more"),
    "give it weight: 0, or an aggregate": _("give it the weight 0, or a way of counting"),
    "give its parts targets": _("give its parts targets"),
    "give the levels gates and no bounds, or {} an aggregate": _(
        "give the levels gates and no bounds, or give {1} a way of counting"
    ),
    "give the parts one scale, or write aggregate: sum": _("give the parts one scale, or count their sum"),
    "give the question another key": _("give the question another key"),
    "keep one of the two": _("keep one of the two"),
    "leave the scale out, or correct the parts to {}": _("leave the scale out, or correct the parts to {1}"),
    "let exactly one rule be the default": _("let exactly one rule be the default"),
    "let it run in one direction": _("let it run in one direction"),
    "let the best answer earn 1": _("let the best answer earn 1"),
    "let the credit grow": _("let the credit grow"),
    "let the credit grow between two different numbers": _("let the credit grow between two different numbers"),
    "let the first level begin at lower: 0, if every score is to have a level": _(
        "let the first level begin at 0, if every score is to have a level"
    ),
    "let the first level begin at lower: 0, without a gate": _("let the first level begin at 0, without a gate"),
    "let the last band reach {}": _("let the last band reach {1}"),
    "let the last level reach it": _("let the last level reach it"),
    "lower the maximum to {}": _("lower the maximum to {1}"),
    "measure a question in it, or remove it": _("measure a question in it, or remove it"),
    "measure a question that counts, or write counts: true": _(
        "measure a question that counts, or let the reading count"
    ),
    "measure it in a node": _("measure it in a node"),
    "measure it in a node, or remove the credit": _("measure it in a node, or remove the credit"),
    "measure it once, with the sum of the weights": _("measure it once, with the sum of the weights"),
    "move full_at inside": _("move the number that earns everything inside"),
    "move it to another section": _("move it to another section"),
    "move it to the front; there is only one": _("move it to the front; there is only one"),
    "move the measures into a child": _("move the measured questions into a part of it"),
    "move the question, or remove it": _("move the question, or remove it"),
    "name a ladder": _("name a ladder"),
    "name each sector once": _("name each sector once"),
    "name it as the ladder of a node, or remove it": _("name it as the ladder of a node, or remove it"),
    "name it as the reading of some questions": _("name it as the reading of some questions"),
    "name it under reference_lines of a question": _("name it among the reference figures of a question"),
    "name its {}, or leave the figure out": _("name its {f1}, or leave the figure out"),
    "name one that is": _("name one that is"),
    "order the levels by ascending lower bounds": _("order the levels by ascending lower bounds"),
    "raise it to {}, or leave it out; keep it if the rest is a bonus that is cut off": _(
        "raise it to {1}, or leave it out; keep it if the rest is a bonus that is cut off"
    ),
    "remove exclusive": _("let it be chosen together with others"),
    "remove it, or let it read fewer questions": _("remove it, or let it read fewer questions"),
    "remove it, or move it up": _("remove it, or move it up"),
    "remove it, or write points": _("remove it, or write points"),
    "remove steps or write multiple: true": _("remove the steps, or let several options be ticked in a row"),
    "remove the band": _("remove the band"),
    "remove the credits and points of the measure": _("remove the credits and points given in the node"),
    "remove the gate of the first level": _("remove the gate of the first level"),
    "remove the measure": _("remove the question from the node"),
    "remove the text": _("remove the text"),
    "remove the {}, or move the question to another section": _(
        "remove the {f1}, or move the question to another section"
    ),
    'remove them, or write straight quotes " around the text': _(
        'remove them, or write straight quotes " around the text'
    ),
    "remove {} or change the kind": _("remove {f1} or change the kind"),
    "rename it, or allow {} on the question instead": _("rename it, or allow {1} on the question instead"),
    "say what every option is worth, 0 included": _("say what every option is worth, 0 included"),
    "the node has no levels: name a ladder": _("the node has no levels: name a ladder"),
    "translate it": _("write it in this language"),
    "use one of: {}": _("use one of: {1}"),
    "write FRAMEWORK:ITEM as listed under frameworks": _("write FRAMEWORK:ITEM as it is listed under frameworks"),
    "write a maximum above 0, or leave it out": _("write a maximum above 0, or leave it out"),
    "write a score on that scale, or another scale": _("write a score on that scale, or another scale"),
    "write a target on that scale": _("write a target on that scale"),
    "write aggregate: table, or remove the cells": _("let the node look its score up in a table, or remove the cells"),
    "write at least one expected score": _("write at least one expected score"),
    "write bounds on the scale of the node, 0 to {}": _("write bounds on the scale of the node, 0 to {1}"),
    "write credit, or points, on all": _("write credit on all of them, or points on all"),
    "write every {} once, from the smallest to the largest": _(
        "write every edge once, from the smallest to the largest ({f1})"
    ),
    "write it under ladders": _("add this ladder"),
    "write it under readings": _("add this reading"),
    "write its gate_text": _("say the gate in words"),
    "write its target": _("write its target"),
    "write maximum: {}": _("let the largest number be {1}"),
    "write minimum: 0 and maximum: 100": _("let the smallest number be 0 and the largest 100"),
    "write points instead of credit": _("write points instead of credit"),
    "write targets, or not_applicable: excluded": _("write targets, or leave out what does not apply"),
    "write the baseline's answers": _("write the earlier answers"),
    "write points such as 0, 1, 2, 3: the divisor follows from them": _(
        "write points such as 0, 1, 2, 3: the divisor follows from them"
    ),
    "write whole weights such as 1, 1, 1: they are divided by their sum": _(
        "write whole weights such as 1, 1, 1: they are divided by their sum"
    ),
    "write linear credit, or more decimals": _("write linear credit, or more decimals"),
}
