"""A view in, one HTML file out that needs no network and no Daybook."""
