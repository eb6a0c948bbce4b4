"""The data module: records become frames. No Streamlit, no Plotly."""
