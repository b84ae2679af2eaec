"""Amicity: the evidence-backed register of city-to-city relations."""

__version__ = "0.1.0"
