"""Every page and file that can be reached from the front door, asked for once without a browser."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urljoin, urlsplit, urlunsplit
from zlib import crc32

# Where an element leads, and whether a browser fetches what stands there by itself.
LEADS = {"a": ["href"], "area": ["href"], "form": ["action"], "link": ["href"]}
FETCHES = {"img": ["src", "srcset"], "source": ["src", "srcset"], "script": ["src"], "iframe": ["src"]}
LARGE = "type=large"
ONE_OF = 6  # of lists that answer a question, and of feeds, a short crawl asks for one in so many
TURNS = ("en", "zh")
FETCHED_LINKS = {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload"}


@dataclass
class Page:
    """One answer: where it stands (path and question), its status, media type and text, and what it points to."""

    address: str
    status: int
    kind: str
    text: str
    moved_to: str = ""
    links: set[str] = field(default_factory=set)
    assets: set[str] = field(default_factory=set)
    anchors: Counter = field(default_factory=Counter)

    @property
    def is_html(self) -> bool:
        return self.kind == "text/html" and self.status == 200


class _Reader(HTMLParser):
    """Collects what a page leads to, what it fetches, and its ids."""

    def __init__(self):
        super().__init__()
        self.links, self.assets, self.anchors = set(), set(), Counter()

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        if "id" in said:
            self.anchors[said["id"]] += 1
        fetched = tag == "link" and FETCHED_LINKS & set(said.get("rel", "").split())
        for name in LEADS.get(tag, []):
            if said.get(name):
                (self.assets if fetched else self.links).add(said[name])
        for name in FETCHES.get(tag, []):
            for candidate in said.get(name, "").split(",") if name == "srcset" else [said.get(name, "")]:
                if candidate.strip():
                    self.assets.add(candidate.split()[0])

    handle_startendtag = handle_starttag


class Crawl:
    """The pages of the site at `base`, by their addresses; `outside` holds the addresses of other hosts.

    A `long` crawl asks for all of them. A short one passes over most of what is alike: a page in large type is the page
    itself in other sizes, so one of each kind is asked for; of answers to questions and of feeds, one of `ONE_OF`; of
    what has more than one step, such as the page of a record, one of the languages.
    """

    def __init__(self, base: str, *, long: bool):
        self.host, self.long = urlsplit(base).netloc, long
        self.base, self.pages, self.outside, self.found_on = base, {}, {}, {}
        self.asked, self.large, self.passed_over = set(), {}, set()

    def run(self, *doors: str) -> "Crawl":
        """Follow every link and asset from `doors` to its end."""
        self.asked, connection = set(doors), HTTPConnection(self.host, timeout=60)
        waiting = list(doors)
        while waiting:
            self._follow(waiting, connection)
            waiting = self._in_one_language_alone()
        return self

    def _follow(self, waiting: list[str], connection: HTTPConnection) -> None:
        while waiting:
            address = waiting.pop()
            if address in self.pages or self._is_passed_over(address):
                continue
            page = self.pages[address] = _asked(connection, address)
            onward = [page.moved_to] if page.moved_to else [*page.links, *page.assets]
            for target in onward:
                inside = self._inside(address, target)
                if inside:
                    self.found_on.setdefault(inside, address)
                    waiting.append(inside)

    def _is_passed_over(self, address: str) -> bool:
        if self.long or address in self.asked or self._is_wanted(address):
            return False
        self.passed_over.add(address)
        return True

    def _is_wanted(self, address: str) -> bool:
        path, query = urlsplit(address).path, urlsplit(address).query
        if query == LARGE:
            return self.large.setdefault(kind_at(address), address) == address
        if query or path.endswith("/feed/"):
            return crc32(address.encode()) % ONE_OF == 0
        language, _slash, rest = path[1:].partition("/")
        by_turns = language in TURNS and path.endswith("/") and rest.count("/") > 1
        return not by_turns or TURNS[crc32(rest.encode()) % len(TURNS)] == language

    def _in_one_language_alone(self) -> list[str]:
        """Return the pages that were passed over for the other language, which does not have them."""
        plain = {address for address in self.passed_over if address.endswith("/") and not address.endswith("/feed/")}
        there = {page.address for page in self.html()}
        left = {address for address in plain if twin_of(address) not in there}
        self.passed_over -= left
        self.asked |= left
        return sorted(left)

    def _inside(self, address: str, target: str) -> str:
        """Return the address on this site that `target` on the page at `address` means, or "" and keep note of it."""
        whole = urlsplit(urljoin(self.base + address, target))
        if whole.scheme not in ("http", "https"):
            return ""
        if whole.netloc != self.host:
            self.outside.setdefault(urlunsplit(whole), address)
            return ""
        if whole.path.startswith("/admin/") or (whole.query and urlsplit(address).query):
            return ""  # a question upon a question: filters can be joined without end
        return urlunsplit(("", "", whole.path or "/", whole.query, ""))

    def html(self) -> list[Page]:
        """Return every page that readers can open, in the order of their addresses."""
        return sorted((page for page in self.pages.values() if page.is_html), key=lambda page: page.address)


def _asked(connection: HTTPConnection, address: str) -> Page:
    connection.request("GET", address, headers={"Accept-Language": "en", "User-Agent": "newsroom-tests"})
    answer = connection.getresponse()
    body, kind = answer.read(), answer.headers.get_content_type()
    text = body.decode("utf-8", "replace") if kind.startswith("text/") or kind.endswith(("xml", "json")) else ""
    page = Page(address, answer.status, kind, text, answer.headers.get("Location", ""))
    if kind == "text/html":
        reader = _Reader()
        reader.feed(text)
        page.links, page.assets, page.anchors = reader.links, reader.assets, reader.anchors
    return page


def twin_of(path: str) -> str:
    """Return the path of the same page in the other language."""
    turns = dict(zip(TURNS, reversed(TURNS), strict=True))
    _root, language, rest = path.split("/", 2)
    return f"/{turns.get(language, language)}/{rest}"


def kind_of(page: Page) -> tuple[str, str]:
    """Return the language and the kind of a page: its first two steps, and whether it is a list or one of it."""
    return kind_at(page.address)


def kind_at(address: str) -> tuple[str, str]:
    """Return what `kind_of` says of the page at an address."""
    steps = [step for step in urlsplit(address).path.split("/") if step]
    asked = "?" if urlsplit(address).query else ""
    return (steps or [""])[0], f"{'/'.join(steps[1:2])}{'/*' * (len(steps) > 2)}{asked}"
