"""Why a line has less support beside others than by itself: a cap is shared, or a scheme ends before it begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import rounded
from assessment.scoring.texts import localise
from recommendations.catalogue.funding_names import Names
from recommendations.catalogue.wording import amount_text
from recommendations.rules.money import CostItem, MoneySplit, Scheme
from recommendations.rules.money_assumptions import Assumed, Assumption
from recommendations.rules.money_flow import NOTHING
from recommendations.rules.money_split import is_carried, is_late, is_meant, split_money


@dataclass(frozen=True, slots=True)
class Remarks:
    """What there is to remark on the support of single items of a `split`, in one language, which is the active one."""

    schemes: Sequence[Scheme]
    split: MoneySplit
    assumed: Sequence[Assumption]
    names: Names
    locale: str

    def on(self, item: CostItem) -> tuple[str, ...]:
        """This function will return the sentences on one item; none where it has what it would have by itself."""
        if item.is_free or item.key not in self.split.items:
            return ()
        return (*self._shared(item), *self._ended(item))

    def _shared(self, item: CostItem) -> Iterator[str]:
        caps = {one.about: one for one in self.assumed if one.kind is Assumed.CAP_SHARED}
        bound = [caps[scheme.key] for scheme in self.schemes if scheme.key in caps and is_carried(item, scheme)]
        if not bound:
            return
        alone = split_money([item], self.schemes).items[item.key].support.high
        if alone > self.split.items[item.key].support.high:
            said = {"alone": self._amount(alone), "caps": gettext("; ").join(self._cap(one) for one in bound)}
            yield gettext("By itself up to %(alone)s; here a share of %(caps)s.") % said

    def _cap(self, one: Assumption) -> str:
        said = {"cap": self._amount(one.cap or NOTHING), "count": one.count, "scheme": self._title(one.about)}
        return (
            ngettext(
                "%(cap)s for %(count)d item (%(scheme)s)", "%(cap)s for %(count)d items (%(scheme)s)", one.count or 0
            )
            % said
        )

    def _ended(self, item: CostItem) -> Iterator[str]:
        named = {one.about for one in self.assumed if one.kind is Assumed.ENDS_BEFORE}
        for scheme in self.schemes:
            until = scheme.until
            if until and scheme.key in named and scheme.is_counted and is_meant(item, scheme) and is_late(item, scheme):
                said = {"scheme": self._title(scheme.key), "day": date_format(until)}
                yield gettext("%(scheme)s ends on %(day)s, before this begins.") % said

    def _title(self, scheme: str) -> str:
        return localise(self.names.schemes[scheme].title, self.locale)

    def _amount(self, yuan: Fraction) -> str:
        whole = rounded(yuan, 0)
        return amount_text(whole, whole, self.locale)
