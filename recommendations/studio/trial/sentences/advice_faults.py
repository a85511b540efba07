"""What the checkers find wrong with conditions, gates and playbooks, and how that is said here."""

from django.utils.translation import gettext_noop as _

ADVICE_FAULTS = {
    "a core question depends on {}, which the quick scan does not ask": _(
        "a core question depends on {1}, which the quick scan does not ask"
    ),
    "a rule's priority is below {}, where the lowest band begins": _(
        "a rule's priority is below {1}, where the lowest band begins"
    ),
    "answers are named, but not their question": _("answers are named, but not their question"),
    "between needs two numbers, not {}": _("“between” needs two numbers, not {1}"),
    "between {} and {} is never true": _("between {1} and {2} is never true"),
    "does not say where its figures come from": _("it does not say where its figures come from"),
    "does not say who recommends it": _("it does not say who recommends it"),
    "in {} generated sets of answers {}": _("in {1} generated sets of answers {w2}"),
    "it is not said which answers of {} come true": _("it is not said which answers of {1} come true"),
    "it would take at most {} weeks and at least {}": _("it would take at most {1} weeks and at least {2}"),
    "known takes no value, not {}": _("“is known” takes no value, not {1}"),
    "no rule recommends the action, so nobody will ever see it": _(
        "no rule recommends the action, so nobody will ever see it"
    ),
    "nobody reaches the level in {}: its bound and the gates up to it can never hold together": _(
        "nobody reaches the level in {1}: its bound and the gates up to it can never hold together"
    ),
    "nobody reaches the level: the best answers bring {} to {} at most": _(
        "nobody reaches the level: the best answers bring {1} to {2} at most"
    ),
    "no question {} is measured under {}": _("no question {1} is measured under {2}"),
    "nothing cites the source": _("nothing cites the source"),
    "nothing fills {{}.{}}": _("nothing fills {{1}.{2}}"),
    "the action comes after itself": _("the action comes after itself"),
    "the action is not to be done together with itself": _("the action is not to be done together with itself"),
    "the action needs itself before it": _("the action needs itself before it"),
    "the action needs what must not be done together: {}": _("the action needs what must not be done together: {1}"),
    "the band {} does not begin where {} ends": _("the band {1} does not begin where {2} ends"),
    "the bands are not in falling order of priority": _("the bands are not in falling order of priority"),
    "the bank speaks {}, the playbook does not": _("the bank speaks {1}, the playbook does not"),
    "the condition can never hold, so the message is never shown": _(
        "the condition can never hold, so the message is never shown"
    ),
    "the condition can never hold, so the question is never asked": _(
        "the condition can never hold, so the question is never asked"
    ),
    "the condition is never false, so everybody gets the message": _(
        "the condition is never false, so everybody gets the message"
    ),
    "the condition is never false: it hides the question only until it can be told": _(
        "the condition is never false: it hides the question only until it can be told"
    ),
    "the languages do not have the same slots": _("the languages do not have the same slots"),
    "the maximum {} is below the minimum {}": _("the maximum {1} is below the minimum {2}"),
    "the node {} hands up its level, whose gate cannot ask for {}": _(
        "the node {1} hands up its level, whose gate cannot ask for {2}"
    ),
    "the node {} uses this ladder, and {} is not of a node below it": _(
        "the node {1} uses this ladder, and {2} is not of a node below it"
    ),
    "the playbook is for the bank {}, not for {}": _("the playbook is for the bank {1}, not for {2}"),
    "the questions wait for each other: {}": _("the questions wait for each other: {1}"),
    "the rule is always on: of {} generated sets of answers it spared none that it could tell": _(
        "the rule is always on: of {1} generated sets of answers it spared none that it could tell"
    ),
    "the rule is dead: it fired for none of {} generated sets of answers": _(
        "the rule is dead: it fired for none of {1} generated sets of answers"
    ),
    "the source key {} is used {} times": _("the source key {1} is used {2} times"),
    "there is no fact {}": _("there is no {1} that could be asked for"),
    "there is no source {}": _("there is no source {1}"),
    "there is no {} {}": _("there is no {w1} {2}"),
    "{} cannot ask for {}": _("{w1} cannot ask for {2}"),
    "{} decides the level and cannot ask for it": _("{w1} decides the level and cannot ask for it"),
    "{} does not fit {}, which is {}": _("{1} does not fit {2}, which is {w3}"),
    "{} is asked later": _("{1} is asked later"),
    "{} is compared with {}, which is not a number": _("{1} is compared with {2}, which is not a number"),
    "{} is no slot": _("{1} is no slot"),
    "{} is not the number of a level": _("{1} is not the number of a level"),
    "{} is outside the scale of {}, which runs {}": _("{1} is outside the scale of {2}, which runs {w3}"),
    "{} needs a list of options, not {}": _("“{1}” needs a list of options, not {2}"),
    "{} needs one option, not {}": _("“{1}” needs one option, not {2}"),
    "{} refers to the question itself": _("{1} refers to the question itself"),
    "{} is no answer of {} that an action can lead to": _("{1} is no answer of {2} that an action can lead to"),
}
