"""The randomness of retries: it spreads what failed together, so that it does not come back together."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

Uniform = Callable[[float, float], float]  # a number between two others, at random
uniform: Uniform = SystemRandom().uniform
