"""Stands in for JAX, which Debian has not. It says what the documentation of XLA's convolution says, and
gives the numbers of XLA's own tests (published.json)."""

from types import SimpleNamespace

config = SimpleNamespace(update=lambda name, value: None)
