"""The real process with an echo handler: `python -m benchmarks.spine.echo_bot`, with settings from the environment."""

from __future__ import annotations

from benchmarks.spine.workload import our_echo
from bot.run import run
from bot.settings import load_settings

if __name__ == "__main__":
    run(load_settings(), (our_echo(),))
