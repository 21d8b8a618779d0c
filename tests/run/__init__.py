"""The test command: every part of it in turn, and at the end what passed, failed and was not run."""
