"""What RFC 4287 demands of a feed, held against one."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ONCE = ("id", "title", "updated")  # of a feed and of an entry alike
AT_MOST_ONCE = ("subtitle", "summary", "content", "published", "rights", "icon", "logo", "generator", "source")


def faults(content: bytes):
    """Yield a sentence for everything that the feed does not keep."""
    feed = ElementTree.fromstring(content)
    if feed.tag != f"{ATOM}feed":
        yield f"its root is {feed.tag}"
        return
    entries = feed.findall(f"{ATOM}entry")
    yield from _faults_of("feed", feed)
    if not any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link")):
        yield "feed: it does not say where it stands (rel=self)"
    if not feed.get(LANG):
        yield "feed: it does not say its language"
    for entry in entries:
        where = f"entry {entry.findtext(f'{ATOM}id')}"
        yield from _faults_of(where, entry)
        if entry.find(f"{ATOM}author") is None and feed.find(f"{ATOM}author") is None:
            yield f"{where}: nobody wrote it"
        if entry.find(f"{ATOM}content") is None and not _alternates(entry):
            yield f"{where}: neither content nor a page of its own"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) != len(ids):
        yield "feed: two entries have one id"


def _faults_of(where, element):
    counted = {name: len(element.findall(f"{ATOM}{name}")) for name in (*ONCE, *AT_MOST_ONCE)}
    yield from (f"{where}: not one {name}" for name in ONCE if counted[name] != 1)
    yield from (f"{where}: more than one {name}" for name in AT_MOST_ONCE if counted[name] > 1)
    if not urlsplit(element.findtext(f"{ATOM}id") or "").scheme:
        yield f"{where}: its id is no address of any kind"
    for author in element.findall(f"{ATOM}author"):
        if not author.findtext(f"{ATOM}name"):
            yield f"{where}: an author without a name"
    yield from _faults_of_moments(where, element)
    yield from _faults_of_links(where, element)


def _faults_of_moments(where, element):
    for name in ("updated", "published"):
        for moment in element.findall(f"{ATOM}{name}"):
            if not DATE.fullmatch(moment.text or ""):
                yield f"{where}: {name} is written wrongly: {moment.text!r}"


def _faults_of_links(where, element):
    for link in element.findall(f"{ATOM}link"):
        if not urlsplit(link.get("href") or "").netloc:
            yield f"{where}: a link without a whole address: {link.attrib}"
    kinds = [(link.get("type"), link.get("hreflang")) for link in _alternates(element)]
    if len(set(kinds)) != len(kinds):
        yield f"{where}: two alternates of one type and language"


def _alternates(element):
    return [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
