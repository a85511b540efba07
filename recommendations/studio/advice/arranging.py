"""Actions and rules put in, moved, doubled and taken out, as flat data of a playbook."""

import copy
from collections.abc import Callable

from django.http import Http404

from assessment.bank.editing.flat import Data
from recommendations.studio.editor.keys import copied_key, next_key

FIRST_ACTION = "A01"
LONGEST_KEY = 60


class CannotMove(Exception):
    """There is nothing of its group before, or behind, what was to be moved."""


def item_at(data: Data, part: str, key: str) -> Data:
    """This function will return an item of a list of the playbook, or raise Http404."""
    for item in data.get(part, []):
        if item["key"] == key:
            found: Data = item
            return found
    raise Http404


def keys_of(data: Data, part: str) -> list[str]:
    return [str(item["key"]) for item in data.get(part, [])]


def next_action_key(data: Data) -> str:
    """This function will return a key that no action has, in the style of the last one."""
    taken = keys_of(data, "actions")
    return next_key(taken, [key for key in taken if key[-1:].isdecimal() and key.isascii()], FIRST_ACTION)


def next_rule_key(data: Data, action: str, looks_at: str) -> str:
    """This function will return a key that no rule has, made of its action and of the question that it looks at."""
    taken = keys_of(data, "rules")
    stem = f"R-{action}-{looks_at or '1'}"[:LONGEST_KEY]
    return stem if stem not in taken else copied_key(taken, stem)


def add_action(data: Data, action: Data) -> None:
    """This function will put an action behind the last one of its node, else at the end."""
    actions = data["actions"]
    same = [place for place, other in enumerate(actions) if other["node"] == action["node"]]
    actions.insert(same[-1] + 1 if same else len(actions), action)


def add_rule(data: Data, rule: Data) -> None:
    """This function will put a rule behind the last one of its action, else at the end."""
    rules = data["rules"]
    same = [place for place, other in enumerate(rules) if other["recommends"] == rule["recommends"]]
    rules.insert(same[-1] + 1 if same else len(rules), rule)


def move_item(data: Data, part: str, key: str, steps: int, group: Callable[[Data], object]) -> None:
    """This function will move an item to the other side of the next one of its `group`, or raise CannotMove.

    `steps` is -1 (up) or 1 (down).
    """
    items, item = data[part], item_at(data, part, key)
    fellows = [each for each in items if group(each) == group(item)]
    target = fellows.index(item) + steps
    if not 0 <= target < len(fellows):
        raise CannotMove
    other = fellows[target]
    items.remove(item)
    items.insert(items.index(other) + (1 if steps > 0 else 0), item)


def copy_action(data: Data, key: str) -> str:
    """This function will put a copy of an action behind it and return its key. Its rules stay with the first one."""
    action = item_at(data, "actions", key)
    new = next_action_key(data)
    data["actions"].insert(data["actions"].index(action) + 1, copy.deepcopy(action) | {"key": new})
    return new


def copy_rule(data: Data, key: str) -> str:
    """This function will put a copy of a rule behind it and return its key."""
    rule = item_at(data, "rules", key)
    new = copied_key(keys_of(data, "rules"), key)
    data["rules"].insert(data["rules"].index(rule) + 1, copy.deepcopy(rule) | {"key": new})
    return new


def remove_rule(data: Data, key: str) -> None:
    """This function will take out a rule."""
    data["rules"].remove(item_at(data, "rules", key))


def remove_action(data: Data, key: str) -> None:
    """This function will take out an action with its rules, and its name from what other actions say about it."""
    data["actions"].remove(item_at(data, "actions", key))
    data["rules"] = [rule for rule in data["rules"] if rule["recommends"] != key]
    for other in data["actions"]:
        for name in ("requires", "follows", "excludes"):
            if key in other.get(name, []):
                other[name] = [each for each in other[name] if each != key]
