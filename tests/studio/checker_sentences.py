"""Every sentence that a checker can say, read out of its source: what the studio must be able to say in other languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
SOURCES = [
    *sorted((ROOT / "assessment/scoring/checks").glob("*.py")),
    ROOT / "assessment/scoring/check_conditions.py",
    *sorted((ROOT / "recommendations/rules").glob("check*.py")),
]
SAYING = {"error", "warning"}


def checker_sentences() -> dict[str, set[str]]:
    """This function will return sentence templates, `{}` for each value, by the file and line that they stand in."""
    found: dict[str, set[str]] = {}
    for path in SOURCES:
        for sentence in _sentences(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(sentence, set()).add(path.name)
    return found


def _sentences(tree: ast.Module) -> Iterator[str]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SAYING:
                    for said in call.args[1:3]:
                        yield from _texts(said, function, tree)


def _texts(said: ast.expr, function: ast.FunctionDef, tree: ast.Module) -> Iterator[str]:
    match said:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.IfExp(body=body, orelse=other):
            yield from _texts(body, function, tree)
            yield from _texts(other, function, tree)
        case ast.Name(id=name):
            assigned = list(_assigned(name, function)) or list(_assigned(name, tree))
            if not assigned:
                yield f"?? {function.name} {name}"
            for value in assigned:
                yield from _texts(value, function, tree)
        case _:
            yield f"?? {function.name} {ast.unparse(said)}"


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _matched(name, target, node.value)


def _matched(name: str, target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            yield from _matched(name, one, other)
