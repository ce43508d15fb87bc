"""What all wire classes of the JSON reports have in common."""

from pydantic import BaseModel, ConfigDict

URL_CHARACTERS = 2_000
"""Of an address; longer ones are cut."""


class Wire(BaseModel):
    """What all objects of the report have in common: every field is there, and no other."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def rounded(value: float) -> float:
    """Four decimals, half to even; never a negative zero."""
    return round(float(value), 4) + 0.0
