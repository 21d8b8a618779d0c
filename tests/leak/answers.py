"""Responses of every address of a test world, with the `.public()` call sites that each ran."""

from collections import defaultdict

from tests.leak import addresses, mutants
from tests.leak.hush import slug_of

OF_A_FILTER = 2
# Each marker word is searched for once, in one of the languages: results depend on the word.
EVERY_WORD = {"search"}


def everything_said(reader, address: str) -> str:
    """Return a response as text: status, headers and body, streamed or not."""
    response = reader.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.status_code} {dict(response.headers)}\n{body.decode(errors='replace')}"


class Answers:
    """Cached responses of one world to one client; a kind of page is requested when a test needs it."""

    def __init__(self, world, reader, thoroughness):
        self.world, self.reader, self.thoroughness = world, reader, thoroughness
        self.said: dict[str, dict[str, str]] = {}
        self.statuses: dict[str, int] = {}
        self.never: dict[str, str] = {}
        self.heard: dict[mutants.Site, set[str]] = defaultdict(set)

    def at(self, name: str) -> dict[str, str]:
        """Return the responses of the kind of page `name`, by address."""
        if name not in self.said:
            with mutants.listening() as (heard, here):
                self.said[name] = {address: self._ask(address, here) for address in self._addresses(name)}
            for site, asking in heard.items():
                self.heard[site] |= asking
        return self.said[name]

    def everywhere(self) -> dict[str, str]:
        """Return the responses of every kind of page, by address."""
        return {address: said for name in addresses.page_names() for address, said in self.at(name).items()}

    def status(self, address: str) -> int:
        """Return an address's status, requested once."""
        if address not in self.statuses:
            self.statuses[address] = self.reader.head(address).status_code
        return self.statuses[address]

    def of_what_never_was(self, address: str) -> str:
        """Return the response of an address of nothing, requested once."""
        if address not in self.never:
            self.never[address] = everything_said(self.reader, address)
        return self.never[address]

    def _addresses(self, name: str) -> list[str]:
        wanted = list(addresses.pages_named(self.world, name))
        for turn, some in enumerate(addresses.questions(self.world, name)):
            if name in EVERY_WORD and not self.thoroughness.long:
                wanted += some[turn % 2 :: 2]
            else:
                wanted += self.thoroughness.sample(some, OF_A_FILTER, key=self._key)
        return wanted

    def _key(self, address: str) -> str:
        path, _mark, question = address.partition("?")
        return f"{path} {self.world.hush.meaning_of(question)}"

    def _ask(self, address: str, here: dict) -> str:
        here["address"] = address
        said = everything_said(self.reader, address)
        self.statuses[address] = int(said[:3])
        return said


def leaks(world, said: dict[str, str]) -> set[str]:
    """Return the hidden things in responses, except the words in each address's own query, and server errors."""
    return {thing for address, words in said.items() for thing in _leaks_at(world, address, words)}


def _leaks_at(world, address: str, said: str) -> set[str]:
    asked = {form for word in world.hush.hidden for form in (word, slug_of(word)) if "?" in address and form in address}
    failed = {"it failed"} if said.startswith("5") else set()
    return {f"{address}: {thing}" for thing in world.hush.found_in(said, but=asked) | failed}
