"""Benchmarks: what the project promises of speed and memory, measured beside named peers. ``make bench`` runs them all."""
