"""One small family of errors: each is one sentence that names the thing and the way out.

The page warns with the sentence, the API answers 400 with it, the CLI prints it and exits 2.
Anything outside this family is a bug of ours and keeps its traceback in the log.
"""

from dashboard.words import _


class DaybookError(ValueError):
    """Something the reader or the owner can mend.

    Takes the sentence in English with {names} in it, and their values: it is put into the reader's language
    when it is shown. A ValueError, so that pydantic collects those raised while a record is built.
    """

    def __init__(self, sentence: str, /, **values: object):
        super().__init__(sentence, values)
        self.message, self.values = sentence, values

    def __str__(self) -> str:
        return _(self.message, **self.values)


class BadRecord(DaybookError):
    """An article file, or a record in it, that cannot be believed as it stands."""


class BadArea(DaybookError):
    """An area table, or an adcode, that is not known."""


class BadTable(DaybookError):
    """A CSV file of the data folder that cannot be read as the table it should be."""


class BadBoundaries(DaybookError):
    """Area polygons that are missing or cannot be drawn."""


class NoData(DaybookError):
    """A data folder that is missing, or holds no articles."""


class BadAddress(DaybookError):
    """A value in the address (or a CLI option, or an API parameter) that cannot be used."""

    def __init__(self, parameter: str, sentence: str, /, **values: object):
        super().__init__(sentence, **values)
        self.parameter = parameter
