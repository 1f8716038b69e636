"""Run by Python first where this folder is on PYTHONPATH: in the processes that tests start, and only there."""

from tests.clock import start_process

try:
    start_process()
except Exception as error:
    raise SystemExit(f"no clock for this test: {error!r}") from error
