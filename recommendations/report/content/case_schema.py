"""Cases of enterprises that are like this one."""

from assessment.scoring.texts import Document


class LikeCase(Document):
    """`alike` says in words what the case has in common with the enterprise. The keys name the page of the case."""

    provider_key: str
    key: str
    title: str
    provider: str
    summary: str
    outcome: str
    alike: tuple[str, ...]
    is_sample: bool
