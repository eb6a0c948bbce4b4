"""Rows in, a plain table out."""

from collections.abc import Sequence


def show(title: str, headings: Sequence[str], rows: Sequence[Sequence[object]], *notes: str) -> None:
    """Print a table: the first column to the left, numbers to the right, `notes` under it."""
    cells = [[str(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    print(f"\n{title}\n")
    for row in cells:
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        print("  " + "   ".join([first.strip().ljust(widths[0]), *others]))
    for note in notes:
        print(f"  {note}")
    print(flush=True)
