"""Everything that can be done to words: the whole life of a version, from the first draft to the withdrawal.

| deed | from | to | who |
|---|---|---|---|
| write | draft, returned, submitted | draft | submit |
| submit | draft, returned | submitted | submit |
| return_ | submitted | returned, with a note | approve |
| approve | submitted | approved, public from a moment | approve, and not an author |
| approve, alone | draft, returned, submitted | approved, flagged | emergency, with a reason |
| reschedule | approved, waiting | approved, waiting for another moment | approve |
| cancel | approved, waiting | draft (discarded where another is in work) | approve |
| withdraw | edition public | edition gone, with a reason | approve |
| discard | draft, returned, submitted | discarded | submit |
| open_preview, close_previews | not public yet | the same, read by who has the link | release |
| correct, restore | any version | a new draft beside it | submit |
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
