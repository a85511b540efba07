"""The cards as a workspace shows them: its order, its words, what it added, the services it chose first."""

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext

from recommendations.plan.overlay.folding import Overlaid
from recommendations.plan.overlay.queries import Overlay
from recommendations.plan.overlay.rows import cost_text, days_text
from recommendations.plan.overlay.wording import words_of
from recommendations.report.content.action_schema import ActionCard, Category, Service
from recommendations.report.content.actions import service_count, services_line
from recommendations.report.content.material import Material
from recommendations.report.content.overlay_schema import EngineLine, OverlayView

NONE = "–"


def overlaid_cards(material: Material, cards: Iterable[ActionCard]) -> tuple[ActionCard, ...]:
    """This function will return the engine's cards as the workspace shows them; without an overlay as they are."""
    overlay = material.overlay
    if overlay is None:
        return tuple(cards)
    by_key = {card.key: card for card in cards}
    return tuple(
        _own_card(material, overlay, item) if item.is_own else _engine_card(material, item, by_key[item.key])
        for item in overlay.shown
    )


def _engine_card(material: Material, item: Overlaid, card: ActionCard) -> ActionCard:
    """Reasons, points, costs and sources stay those of the engine."""
    own = {part for part in ("title", "why", "steps") if material.locale in item.words.get(part, {})}
    words = words_of(item, None, material.locale)
    said = {part: getattr(words, part) for part in own}
    by = gettext("In the words of %(name)s") % {"name": item.worded_by} if own else ""
    categories = _categories(material, item, card.categories)
    place = {"rank": item.position or card.rank, "engine_rank": card.rank, "worded_by": by}
    return card.model_copy(update=said | place | {"categories": categories})


def _own_card(material: Material, overlay: Overlay, item: Overlaid) -> ActionCard:
    words, node = words_of(item, None, material.locale), item.words.get("barrier", "")
    barrier = material.barrier_of.get(node)
    keys = item.words.get("categories", ())
    categories = _categories(material, item, [material.categories[key] for key in keys if key in material.categories])
    return ActionCard(
        key=item.key,
        rank=item.position or 0,
        title=words.title,
        hue=material.hue_of(node),
        barrier="" if barrier is None else material.say(barrier.title),
        band="",
        reasons=(),
        why=words.why,
        steps=words.steps,
        effort=days_text(item),
        effort_rank=0,
        cost=cost_text(item, material.locale),
        cost_rank=0,
        weeks="",
        first=(),
        effect=None,
        at=None,
        effects=(),
        changes=(),
        categories=categories,
        measures=(),
        service_count=service_count(categories),
        services_line=services_line(categories) if categories else "",
        money=None,
        source="",
        grounds=(),
        added_by=gettext("Added by %(name)s (%(workspace)s)") % {"name": item.added_by, "workspace": overlay.workspace},
    )


def _categories(material: Material, item: Overlaid, categories: Iterable[Category]) -> tuple[Category, ...]:
    chosen = material.chosen.get(item.key, {})
    return tuple(_with_chosen(category, chosen.get(category.key, ())) for category in categories)


def _with_chosen(category: Category, chosen: tuple[Service, ...]) -> Category:
    """What was chosen comes first; what that pushes out is counted among the rest."""
    if not chosen:
        return category
    names = {service.name for service in chosen}
    others = [service for service in category.services if service.name not in names]
    services = (*chosen, *others[: max(0, len(category.services) - len(chosen))])
    more = category.real_count + category.sample_count - len(services)
    return category.model_copy(update={"services": services, "more": max(0, more)})


def overlay_view(material: Material) -> OverlayView | None:
    """This function will return what the report says about the changes, None where the advice is the engine's own."""
    overlay, playbook = material.overlay, material.playbook
    if overlay is None or playbook is None:
        return None
    titles = {action.key: material.say(action.title) for action in playbook.actions}
    items = sorted((item for item in overlay.state if not item.is_own), key=lambda item: item.rank or 0)
    name = {"name": overlay.workspace}
    return OverlayView(
        workspace=overlay.workspace,
        note=gettext(
            "Chosen, put in order and worded by %(name)s on the basis of what the engine recommends. The engine's own "
            "list stands in the annex."
        )
        % name,
        left_out=_left_out(overlay, titles),
        engine=tuple(_line(item, titles[item.key]) for item in items),
    )


def _left_out(overlay: Overlay, titles: dict[str, str]) -> str:
    count = len(overlay.left_out)
    if not count:
        return ""
    said = ngettext(
        "%(count)d recommendation of the engine was left out by the consultant: %(titles)s.",
        "%(count)d recommendations of the engine were left out by the consultant: %(titles)s.",
        count,
    )
    return said % {"count": count, "titles": gettext("; ").join(titles[item.key] for item in overlay.left_out)}


def _line(item: Overlaid, title: str) -> EngineLine:
    remark = ""
    if item.is_hidden:
        remark = gettext("Left out by %(name)s: %(reason)s") % {"name": item.hidden_by, "reason": item.because}
    place = NONE if item.position is None else str(item.position)
    return EngineLine(rank=item.rank or 0, title=title, place=place, remark=remark)
