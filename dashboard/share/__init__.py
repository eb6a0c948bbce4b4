"""A record's id in, its own page out: plain HTML that needs no JavaScript, previews well and prints well."""
