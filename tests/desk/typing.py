"""What a browser sends for a form of the desk: everything that stands in it, with some fields typed anew."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    """Collects the names and values of the fields of the page's main form."""

    def __init__(self):
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._select = self._textarea = ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name, kind = attrs.get("name", ""), attrs.get("type", "text")
        if tag == "input" and name and kind not in ("submit", "file"):
            if kind not in ("checkbox", "radio") or "checked" in attrs:
                self._add(name, attrs.get("value") or ("on" if kind == "checkbox" else ""))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in attrs:
            self._add(self._select, attrs.get("value", ""))
        elif tag == "textarea":
            self._textarea = name
            self._add(name, "")

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self.values[self._textarea][-1] = self.values[self._textarea][-1].removeprefix("\n")
            self._textarea = ""

    def handle_data(self, data):
        if self._textarea:
            self.values[self._textarea][-1] += data

    def _add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)


def form_of(page: str) -> dict[str, list[str]]:
    """Return what the page's form would send as it stands."""
    fields = _Fields()
    fields.feed(page)
    return fields.values


def send(client, address: str, **typed):
    """Open the page at `address`, type, save, and return the answer. `__` in a name stands for a hyphen."""
    return client.post(address, form_of(client.get(address).text) | {n.replace("__", "-"): v for n, v in typed.items()})
