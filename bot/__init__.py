"""Composition root: settings, command line and the processes that run."""
