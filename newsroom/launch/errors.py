"""Operator errors: each machine failure as one sentence that says what to do."""

import errno


class LaunchError(Exception):
    """The command cannot run here; its text is the sentence for the operator."""


FULL = "The disk is full ({where}): make room, then run the command again."
READ_ONLY = "{where} cannot be written: make it writable, or set NEWSROOM_DATA to a folder that is."
CHECKOUT_READ_ONLY = "{where} cannot be written: make it writable, or copy the checkout to where you may write."
NO_TESTS = "{command} needs the folder tests: run it in a whole checkout."
TAKEN = "The port is taken: stop what uses it, or choose another with --port."

SENTENCES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EADDRINUSE: TAKEN,
}

# SQLite's messages for the same failures: it gives no errno.
DATABASE_WORDS = {
    "database or disk is full": FULL,
    "attempt to write a readonly database": READ_ONLY,
    "unable to open database file": READ_ONLY,
}


def sentence_for(error: BaseException) -> str | None:
    """Return the sentence for `error`, or None when it is not the machine's doing."""
    if isinstance(error, LaunchError):
        return str(error)
    if isinstance(error, OSError) and error.errno in SENTENCES:
        return SENTENCES[error.errno].format(where=error.filename or "here")
    # A transaction that cannot go on tells of an earlier error.
    if type(error).__name__ == "TransactionManagementError" and error.__context__:
        return sentence_for(error.__context__)
    # By name: SQLite's own error and Django's stand in for it, and neither may be imported here.
    if type(error).__name__ == "OperationalError":
        for words, sentence in DATABASE_WORDS.items():
            if words in str(error):
                return sentence.format(where="The data folder")
    return None
