"""One visit of a browser to a page: what it complained of, asked for, weighed and shifted, and whom it shuts out."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.readers.programs import package

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"width": 360, "height": 780}
DESK = {"width": 1440, "height": 900}

# Layout shifts as the browser counts them, from the beginning of the page.
WATCH = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# Down the page, a window at a time, to its end, with what is fetched late: whatever that moves is counted.
READ_ON = """async () => {
  for (const image of document.images) image.loading = "eager";
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await new Promise(requestAnimationFrame);
  }
  await Promise.all([...document.images].map((image) => image.complete || image.decode().catch(() => {})));
  await new Promise(requestAnimationFrame);
  scrollTo(0, 0);
  await new Promise(requestAnimationFrame);
  return window.shifted;
}"""
WAITED_FOR = """performance.getEntriesByType("resource")
  .filter((one) => one.renderBlockingStatus === "blocking").length"""


@dataclass
class Visit:
    """What one visit gave. Weights are bytes as they came over the line, heads included."""

    address: str
    width: int
    status: int
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)
    waited_for: int = 0
    shifted: float = 0.0
    barriers: list[str] = field(default_factory=list)


class Visitor:
    """A browser that looks at pages one after another, as wide as it is told, in the light scheme and in the dark."""

    def __init__(self, chromium, base: str):
        self.base, self.axe = base, package("axe-core/axe.min.js").read_text()
        context = chromium.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
        context.add_init_script(WATCH)
        self.page = context.new_page()
        self.page.on("console", lambda message: self.visit.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.visit.complaints.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._weighed)

    def look_at(self, address: str, size: dict = PHONE, *, dark: bool = True) -> Visit:
        """Open the page at `address`, read it to its end, and ask who is shut out, in the `dark` scheme as well."""
        self.visit = visit = Visit(address, size["width"], 0)
        self.page.set_viewport_size(size)
        self.page.emulate_media(color_scheme="light")
        visit.status = self.page.goto(self.base + address, wait_until="load").status
        visit.waited_for = 1 + self.page.evaluate(WAITED_FOR)
        visit.shifted = self.page.evaluate(READ_ON)
        self.page.evaluate(self.axe)
        visit.barriers += self._barriers("light", {"runOnly": TAGS})
        if dark:
            self.page.emulate_media(color_scheme="dark")
            visit.barriers += self._barriers("dark", {"runOnly": ["color-contrast"]})
        return visit

    def _barriers(self, scheme: str, options: dict) -> list[str]:
        asked = options | {"resultTypes": ["violations"], "preload": False}
        found = self.page.evaluate("options => axe.run(document, options)", asked)["violations"]
        return [f"{scheme}: {one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"][:3]]

    def _asked(self, request):
        if urlsplit(request.url).netloc != urlsplit(self.base).netloc:
            self.visit.foreign.append(request.url)

    def _weighed(self, request):
        sizes = request.sizes()
        weight = sizes["responseBodySize"] + sizes["responseHeadersSize"]
        kind = request.resource_type
        self.visit.weights[kind] = self.visit.weights.get(kind, 0) + weight
