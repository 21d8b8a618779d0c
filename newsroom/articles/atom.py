"""Atom feed generator: stable entry ids (tag URIs), and alternate links to the other language."""

from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed

from newsroom.languages import tag_of

ATOM = "application/atom+xml"
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # `updated` of a feed without entries: any constant will do


class BilingualFeed(Atom1Feed):
    """Atom feed with an alternate link to `twin`: (language, address) of the same feed in the other language."""

    def latest_post_date(self) -> Any:
        return super().latest_post_date() if self.items else NEVER

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        code, address = self.feed["twin"]
        _link(handler, address, ATOM, code)

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        for code, address in item["others"]:
            _link(handler, address, "text/html", code)


def _link(handler: Any, address: str, kind: str, code: str) -> None:
    handler.addQuickElement("link", "", {"rel": "alternate", "href": address, "type": kind, "hreflang": tag_of(code)})


def identity(host: str, version: Any) -> str:
    """Return an entry's permanent id, a tag URI of host, day of first publication and story."""
    day = version.edition.first_public_from.date().isoformat()
    return f"tag:{host.partition(':')[0]},{day}:story-{version.edition.article_id}-{tag_of(version.language)}"
