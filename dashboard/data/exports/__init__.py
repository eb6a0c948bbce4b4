"""A view in, a file's bytes out, in any of FORMATS."""
