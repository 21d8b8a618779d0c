"""Reads public pages as a reader does, and publishes what an editor has entered with a second account."""

import re
from html import unescape

from newsroom.articles import deeds
from newsroom.languages import EN, ZH, prefix_of
from tests import factories


def publish(*, events=(), agreements=()) -> None:
    """Report records in a story that one account wrote in both languages and another one approved."""
    article = factories.article(events=events, agreements=agreements, slug="reported")
    versions = [factories.submitted(article, language, headline=f"Story {language}") for language in (EN, ZH)]
    deeds.approve(*versions, by=factories.user("publisher"))


def read(client, address: str) -> str:
    """Return the words of a public page, without its markup."""
    answer = client.get(address)
    assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    return words_of(answer.text)


def words_of(page: str) -> str:
    """Return the words of the main part of a page, without its markup."""
    body = re.sub(r"(?s)<(script|style).*?</\1>", " ", page.partition("<main")[2])
    whole = body.replace("<wbr>", "")  # where a line may end the words go on
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", whole)).split())


def listed(name: str, language: str) -> str:
    return f"/{prefix_of(language)}/{name}/"


def in_order(page: str, *names: str) -> bool:
    """Return whether the page holds these names one after the other."""
    place = 0
    for name in names:
        place = page.find(name, place)
        if place < 0:
            return False
        place += len(name)
    return True
