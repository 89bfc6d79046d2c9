"""The command line: ``python -m factlint check articles``, the same as the program ``factlint``."""

import signal
import sys

from factlint import _factlint


def main() -> int:
    """Runs the command line with the arguments of this process and gives its exit code."""
    # A run may take minutes; Ctrl-C shall end it, and Python would only take notice of it afterwards.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _factlint.run(["factlint", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
