"""What the plan of the enterprise says of an action, where the report shows it."""

from assessment.scoring.texts import Document

SETTLED = ("done", "declined")


class InPlan(Document):
    """`status` is that of the item; `said` the same in words, with the day that belongs to it."""

    status: str
    said: str
