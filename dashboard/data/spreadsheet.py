"""A table in, CSV out that a spreadsheet opens right and runs nothing of."""

import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # what a spreadsheet takes for a formula, full-width forms too


def to_csv(table: pd.DataFrame) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need for Chinese; text that looks like a formula is made inert."""
    safe = table.astype({c: "object" for c in table if isinstance(table[c].dtype, pd.CategoricalDtype)})
    for column in safe.select_dtypes(include=["object", "str"]):
        safe[column] = safe[column].map(lambda v: "'" + v if isinstance(v, str) and v.startswith(FORMULA) else v)
    return safe.to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d").encode("utf-8-sig")
