"""What the pages say in both languages: the labels of choices, headings, days."""

from typing import Any

from django.utils.translation import gettext, override

from newsroom.cooperation.wording import role_of
from newsroom.dates import Day
from newsroom.languages import EN, ZH
from tests.cases.tables import DAYS, ROLES, Both, both

Several = tuple[str | tuple, str | tuple]  # the same, or words that a page says one after another


def label(choice: Any) -> Both:
    """Return the words of a choice of the desk in both languages."""
    words = []
    for language in (EN, ZH):
        with override(language):
            words.append(str(choice.label))
    return words[0], words[1]


def word(message: str, **facts: str) -> Both:
    """Return a word of the pages in both languages."""
    words = []
    for language in (EN, ZH):
        with override(language):
            words.append(gettext(message) % facts)
    return words[0], words[1]


def after(*one_after_the_other: Both) -> tuple[tuple, tuple]:
    """Return words of which a page says each after the one before it."""
    english, chinese = zip(*one_after_the_other, strict=True)
    return english, chinese


def day_of(said: str) -> tuple[Both, Both | None]:
    """Return a day as it is said and, where the desk holds only a part of it, as the desk prints it."""
    typed = DAYS.get(said) or {"day": said}
    if not typed.get("day"):
        english, chinese = both(said) if " / " in said else reversed(typed["words"].split(" / "))
        return (english, chinese), None
    day = Day.parse(typed["day"])
    printed = day.printed(EN), day.printed(ZH)
    return (both(said) if " / " in said else (said, ""), printed) if said in DAYS else (printed, None)


def role(said: str, number: int) -> Both:
    """Return the heading over so many people of a role."""
    words = []
    for language in (EN, ZH):
        with override(language):
            words.append(role_of(number, ROLES[said]))
    return words[0], words[1]
