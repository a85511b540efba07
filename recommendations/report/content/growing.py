"""How content grows: what came later is not written while it is missing, so that older fingerprints still hold."""

from typing import Any, ClassVar

from pydantic import SerializerFunctionWrapHandler, model_serializer

from assessment.scoring.texts import Document


class Growing(Document):
    """A part of the content that came to hold more. `later` names what most reports lack; each of it has a default."""

    later: ClassVar[frozenset[str]] = frozenset()

    @model_serializer(mode="wrap")
    def _written(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value or key not in self.later}
