"""The way ahead on a line of time: what is done when, what it costs and who pays."""

from assessment.scoring.texts import Document


class TimeSpan(Document):
    """One column of the line, such as a quarter. `budget` is what begins in it, '' where nothing has a price."""

    title: str
    budget: str = ""


class TimelineRow(Document):
    """One action. `at` and `length` are places on the whole line, 0 to 100; `when` says the same in words.

    `key` is '' for an own item of the enterprise; `status` is that of the plan, '' where nothing is planned yet.
    """

    key: str
    title: str
    hue: int
    at: str
    length: str
    when: str
    who: str = ""
    cost: str = ""
    gain: str = ""
    status: str = ""
    status_label: str = ""


class Share(Document):
    """What one side pays of the whole price. `at` is the length of its part, 0 to 100.

    `kind` is enterprise, provider or support.
    """

    kind: str
    title: str
    amount: str
    at: str


class Timeline(Document):
    """`is_planned`: these are the items of the plan. Otherwise it is a proposal, and `note` says what it rests on."""

    is_planned: bool
    note: str
    spans: tuple[TimeSpan, ...]
    rows: tuple[TimelineRow, ...]
    shares: tuple[Share, ...] = ()
    shares_note: str = ""
