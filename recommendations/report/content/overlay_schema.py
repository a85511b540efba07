"""What a workspace's report says about the consultant's changes of the advice."""

from assessment.scoring.texts import Document


class EngineLine(Document):
    """One recommendation of the engine in its own words and order. `place` is its number in this report, "–" if left
    out; `remark` says who left it out and why, "" for what is shown.
    """

    rank: int
    title: str
    place: str
    remark: str


class OverlayView(Document):
    """`note` stands with the actions, `left_out` in the annex above the engine's own list; "" where nothing is."""

    workspace: str
    note: str
    left_out: str
    engine: tuple[EngineLine, ...]
