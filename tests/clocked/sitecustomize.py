"""Python runs this first if the folder is on PYTHONPATH: in processes started by tests, and only there."""

from tests.clock import start_process

try:
    start_process()
except Exception as error:
    raise SystemExit(f"no clock for this test: {error!r}") from error
