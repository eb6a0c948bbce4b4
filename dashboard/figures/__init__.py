"""Frames in, Plotly figures (plain dictionaries) out. No Streamlit."""
