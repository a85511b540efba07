"""What to do about conditions, gates and playbooks."""

from django.utils.translation import gettext_noop as _

ADVICE_REMEDIES = {
    "add {} and its texts": _("add {1} and its texts"),
    "ask for an earlier question": _("ask for an earlier question"),
    "ask for an earlier question, or move this one behind it": _(
        "ask for an earlier question, or move this one behind it"
    ),
    "ask for node., level. or coverage. of nodes below it": _(
        "ask for the score, the level or the coverage of nodes below it"
    ),
    "ask for nodes below {}, or give it another ladder": _("ask for nodes below {1}, or give it another ladder"),
    "ask whether the fact is known, or remove the condition": _(
        "ask whether the fact is known, or remove the condition"
    ),
    "begin with the most urgent one": _("begin with the most urgent one"),
    "break the circle": _("break the circle"),
    "check it with its bank": _("check it with its bank"),
    "cite a source or an estimate": _("cite a source or an estimate"),
    "cite it or take it out": _("cite it or take it out"),
    "correct the condition": _("correct the condition"),
    "correct the gate or the bound": _("correct the gate or the bound"),
    "give every source its own": _("give every source a key of its own"),
    "let one of them be asked without the other": _("let one of them be asked without the other"),
    "list it under sources": _("list it under sources"),
    "look at it again; if it is right, write a worked example that shows it": _(
        "look at it again; if it is right, write a worked example that shows it"
    ),
    "loosen its condition, or what its action suits, or remove the rule": _(
        "loosen its condition, or what its action suits, or remove the rule"
    ),
    "lower that band": _("lower that band"),
    "lower the bound, or let the best answers earn full credit": _(
        "lower the bound, or let the best answers earn full credit"
    ),
    "make {} a core question too": _("make {1} a core question too"),
    "name a question or node of the bank": _("name a question or node of the bank"),
    "name no answers": _("name no answers"),
    "name the question and its answers": _("name the question and its answers"),
    "name the question too": _("name the question too"),
    "name the source": _("name the source"),
    "order the bands by cost, without overlap; only the last is open": _(
        "order the bands by cost, without overlap; only the last is open"
    ),
    "remove the value": _("remove the value"),
    "swap them": _("swap them"),
    "take it out of its own excludes": _("take it out of what it rules out"),
    "take one of them out of requires or excludes": _("take one of them out of what it needs or rules out"),
    "tighten its condition: advice for everybody is no advice": _(
        "tighten its condition: advice for everybody is no advice"
    ),
    "use only facts that begin with {}": _("use only what begins with {1}"),
    "use the same slots in each": _("use the same slots in each"),
    "use the score or level of a node": _("use the score or level of a node"),
    "write [low, high]": _("write the lower number, then the higher one"),
    "write [option, option]": _("choose one or more options"),
    "write [{}, {}]": _("write {1} and {2}"),
    "write a number": _("write a number"),
    "write a number on that scale": _("write a number on that scale"),
    "write a rule for it": _("write a rule for it"),
    "write a whole number {}": _("write a whole number {w1}"),
    "write the key of one option": _("choose one option"),
    "write {answer.KEY}, {node.KEY} or {level.KEY}, or no braces": _(
        "write {answer.KEY}, {node.KEY} or {level.KEY}, or no braces"
    ),
}
