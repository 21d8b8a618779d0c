"""The site's settings, with addresses that fail on purpose: so that a browser comes to the pages that say so."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "tests.readers.with_faults.urls"
