"""A quote and a text in, the place of the quote out: the words of an article that say a fact.

Positions are never typed, they are found from the quote (W3C Web Annotation calls this a text quote selector).
"""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from dashboard.data.errors import BadRecord
from dashboard.words import N_

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Record):
    """The words of the article that say it. `occurrence` (from 1) where the text has them more than once."""

    quote: Text
    occurrence: Annotated[int, Field(ge=1)] | None = None
    original_paragraph: Annotated[int, Field(ge=1)] | None = None

    def find(self, text: str) -> int:
        """Where the quote begins in `text`, in characters. Raises BadRecord if it is not there, or not clear where."""
        found = [m.start() for m in re.finditer(f"(?={re.escape(self.quote)})", text)]
        if not found:
            raise BadRecord(
                N_("quote {quote!r} is not in the text: copy the words exactly as they stand there."), quote=self.quote
            )
        if self.occurrence is None and len(found) > 1:
            raise BadRecord(
                N_("quote {quote!r} is in the text {n} times: quote more words, or say which with 'occurrence'."),
                quote=self.quote,
                n=len(found),
            )
        if (nth := self.occurrence or 1) > len(found):
            raise BadRecord(
                N_("'occurrence' is {nth}, but the text has the quote {quote!r} only {n}×."),
                quote=self.quote,
                n=len(found),
                nth=nth,
            )
        return found[nth - 1]
