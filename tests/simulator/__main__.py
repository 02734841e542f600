"""Plays seeds: `python -m tests.simulator FIRST NUMBER`."""

import argparse
import logging
import sys
from hashlib import sha256

from bot.config import use_pinned_zones
from tests.simulator.oracles import copies, violations
from tests.simulator.story import Story, fingerprint
from tests.simulator.world import World


def main() -> int:
    """Play them, and say what does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=int)
    parser.add_argument("number", type=int)
    options = parser.parse_args()
    use_pinned_zones()
    logging.disable(logging.CRITICAL)
    whole, further, wrong = sha256(), 0, 0
    for seed in range(options.first, options.first + options.number):
        world = World(seed)
        Story(world).play()
        whole.update(fingerprint(world).encode())
        further += copies(world)
        for violation in violations(world):
            wrong += 1
            print(f"seed {seed}: {violation}")
    print(f"{options.number} seeds, {wrong} violations, {further} further copies, {whole.hexdigest()}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
