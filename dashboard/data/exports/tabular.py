"""Rows with their types, lossless: JSON and Parquet."""

import json
from io import BytesIO

import pandas as pd

from dashboard.data.exports.export import Export, encoded, records


def to_json(made: Export) -> bytes:
    """An object: `about`, and `records`, one for each row; a day is ISO 8601, what is not known is null."""
    return encoded({"about": made.about(), "records": records(made.rows)})


def to_parquet(made: Export) -> bytes:
    """The rows with their types, lossless; what is said of them is in the schema's metadata, under `daybook`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = made.rows.astype({c: "str" for c in made.rows if isinstance(made.rows[c].dtype, pd.CategoricalDtype)})
    table = pa.Table.from_pandas(plain, preserve_index=False)
    table = table.replace_schema_metadata({"daybook": json.dumps(made.about(), ensure_ascii=False)})
    file = BytesIO()
    pq.write_table(table, file)
    return file.getvalue()
