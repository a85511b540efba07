"""Numbers as they stand in a document: exact as written."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assessment.scoring.texts import Written

Number = Annotated[Decimal, Written]
Share = Annotated[Decimal, Written, Field(ge=0, le=1)]
Weight = Annotated[Decimal, Written, Field(ge=0, le=1_000_000)]
Points = Annotated[Decimal, Written, Field(ge=0)]
Bound = Annotated[Decimal, Written, Field(ge=0, le=1_000_000)]
Scale = Annotated[Decimal, Written, Field(gt=0, le=1_000_000)]
