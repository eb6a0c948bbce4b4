"""Daybook: who met where and who visited what, from the news, each number one click from its sentence."""
