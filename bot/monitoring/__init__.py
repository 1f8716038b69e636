"""The log and the watchdog."""
