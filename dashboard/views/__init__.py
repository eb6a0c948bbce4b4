"""Streamlit pages: they draw and compute nothing."""
