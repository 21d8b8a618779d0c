#!/usr/bin/env python3
"""The house's one command. What happens before Django can be imported stands in newsroom/launch/."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said here, since older ones cannot read what is imported below
    sys.exit("Newsroom needs Python 3.11 or newer: install it and start this with it (python3.11 manage.py).")

from newsroom import launch

if __name__ == "__main__":
    sys.exit(launch.run(sys.argv))
