"""A report's plain text in, a draft Article out, every value with its words: rules and word lists, no model, no network."""
