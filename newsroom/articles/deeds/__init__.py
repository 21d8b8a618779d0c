"""Everything that can be done to words: the whole life of a version, from the first draft to the withdrawal.

The table of `deeds.table.DEEDS`, with what becomes of the version:

| deed | from | permission | becomes |
|---|---|---|---|
| write | draft, submitted, returned | submit | draft |
| submit | draft, returned | submit | submitted |
| approve | submitted | approve | public from a moment; not by an author of what it lets out |
| return | submitted | approve | returned, with a note |
| approve-alone | draft, submitted, returned | emergency | public from a moment, and flagged |
| discard | draft, submitted, returned | submit | discarded |
| reschedule | waiting | approve | waiting for another moment |
| cancel | waiting | approve | draft; discarded where another is in work |
| correct | waiting, public, over | submit | the same, with a new draft beside it |
| withdraw | public | approve | over, with a reason for readers; so is its edition |
| restore | discarded, waiting, public, over | submit | the same, with a new draft beside it |
| open-preview | draft, submitted, returned, waiting | release | the same, read by whoever has the link |
| close-previews | draft, submitted, returned, waiting, public | release | the same |

What only begins or changes a draft (`begin`, `write`, `correct`, `restore`) makes no log entry and tells no follower:
no reader's page depends on it, and the desk logs its own saves.
"""

from newsroom.articles.deeds.approval import approve, cancel, reschedule, return_
from newsroom.articles.deeds.previewing import close_previews, open_preview
from newsroom.articles.deeds.withdrawal import orphans_of, withdraw
from newsroom.articles.deeds.writing import begin, correct, discard, restore, submit, write

__all__ = [
    "approve",
    "begin",
    "cancel",
    "close_previews",
    "correct",
    "discard",
    "open_preview",
    "orphans_of",
    "reschedule",
    "restore",
    "return_",
    "submit",
    "withdraw",
    "write",
]
