"""What speed costs and gives, measured: `python -m benchmarks [--quick] [PART ...]`. Figures, not tests."""
