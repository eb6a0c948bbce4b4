"""A report's plain text in, a draft Article out, every value with its words: rules, word lists and weighed words, no network."""
