"""What search engines and other readers of schema.org ask of each kind of thing, and how its values are written.

`required`: without it a reader has no use for the thing. `inside`: the same, where it is only mentioned in another.
`also`: welcome, and allowed. What stands in none of them is a slip.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    required: str
    inside: str = "name"
    also: str = ""

    def needs(self, mentioned: bool) -> set[str]:
        return set((self.inside if mentioned else self.required).split())

    def allows(self) -> set[str]:
        return set(f"{self.required} {self.inside} {self.also}".split())


NAMED = "alternateName url"
BODY = Kind("name url", also=f"{NAMED} logo location")
PLACE = Kind("name url", also=f"{NAMED} geo sameAs containedInPlace")
PAGE = Kind("name url inLanguage", also="description about mainEntity")
KINDS = {
    "NewsArticle": Kind(
        "headline image datePublished dateModified author publisher url mainEntityOfPage inLanguage "
        "isAccessibleForFree",
        inside="headline url inLanguage",
        also="description articleSection about mentions contentLocation workTranslation isBasedOn citation correction",
    ),
    "CorrectionComment": Kind("text datePublished", inside="text datePublished"),
    "Event": Kind(
        "name url startDate location eventStatus eventAttendanceMode",
        also="alternateName endDate attendee about",
    ),
    "Trip": Kind("name url", also="alternateName provider itinerary"),
    "CreativeWork": Kind(
        "name url dateCreated", also="alternateName locationCreated creator contributor about publisher", inside="name"
    ),
    "DefinedTerm": Kind("name"),
    "Person": Kind("name url", also="alternateName jobTitle honorificPrefix hasOccupation"),
    "Role": Kind("hasOccupation", inside="hasOccupation", also="startDate endDate"),
    "Occupation": Kind("name"),
    **dict.fromkeys(("Organization", "GovernmentOrganization", "CollegeOrUniversity", "ResearchOrganization"), BODY),
    **dict.fromkeys(("Hospital", "School", "Corporation", "Museum"), BODY),
    **dict.fromkeys(("Place", "City", "Country", "AdministrativeArea"), PLACE),
    "GeoCoordinates": Kind("latitude longitude", inside="latitude longitude"),
    "BreadcrumbList": Kind("itemListElement"),
    "ListItem": Kind("position name", inside="position name", also="item url"),
    "CollectionPage": PAGE,
    "WebPage": PAGE,
    "ItemList": Kind("itemListElement", inside="itemListElement"),
    "Dataset": Kind("name description url distribution inLanguage isAccessibleForFree creator", also="license"),
    "DataDownload": Kind("contentUrl encodingFormat", inside="contentUrl encodingFormat"),
    "WebSite": Kind("name description url inLanguage publisher potentialAction"),
    "SearchAction": Kind("target query-input", inside="target query-input"),
    "EntryPoint": Kind("urlTemplate", inside="urlTemplate"),
    "ImageObject": Kind("url width height", inside="url width height", also="caption creditText"),
    "Thing": Kind("name", also="url"),
}

ADDRESS = re.compile(r"https?://[^\s<>\"]+")
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
FORMATS = {
    **dict.fromkeys(
        ("url", "mainEntityOfPage", "item", "contentUrl", "urlTemplate", "isBasedOn", "sameAs", "license"), ADDRESS
    ),
    **dict.fromkeys(("startDate", "endDate", "dateCreated"), DAY),
    **dict.fromkeys(("datePublished", "dateModified"), MOMENT),
    "inLanguage": re.compile("zh-Hans|en"),
    "encodingFormat": re.compile(r"[a-z]+/[a-z.+-]+"),
    "eventStatus": re.compile(r"https://schema\.org/Event(Scheduled|Cancelled)"),
    "eventAttendanceMode": re.compile(r"https://schema\.org/(Offline|Online|Mixed)EventAttendanceMode"),
    "query-input": re.compile(r"required name=\w+"),
}
NUMBERS = {"position", "width", "height", "latitude", "longitude"}


def faults(thing: dict, *, mentioned: bool = False):
    """Yield a sentence for everything that is wrong with a thing, and with all that it holds."""
    kind = KINDS.get(thing.get("@type"))
    if kind is None:
        yield f"unknown kind {thing.get('@type')!r}"
        return
    said = set(thing) - {"@type", "@context"}
    where = f"{thing['@type']} {thing.get('name') or thing.get('headline') or ''}"
    if missing := kind.needs(mentioned) - said:
        yield f"{where} lacks {sorted(missing)}"
    if unknown := said - kind.allows():
        yield f"{where} has {sorted(unknown)}, which nobody knows"
    if not mentioned and thing.get("@context") != "https://schema.org":
        yield f"{where} does not say whose words these are"
    for name in sorted(said):
        values = thing[name] if isinstance(thing[name], list) else [thing[name]]
        if not values:
            yield f"{where}: {name} is empty"
        for value in values:
            yield from _faults_of(where, name, value)
    yield from _faults_of_list(where, thing)


def _faults_of(where: str, name: str, value):
    if isinstance(value, dict):
        yield from faults(value, mentioned=True)
    elif value in (None, ""):
        yield f"{where}: {name} is empty"
    elif name in NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"{where}: {name} is no number: {value!r}"
    elif name in FORMATS and not FORMATS[name].fullmatch(str(value)):
        yield f"{where}: {name} is written wrongly: {value!r}"


def _faults_of_list(where: str, thing: dict):
    items = thing.get("itemListElement", [])
    if [item["position"] for item in items] != list(range(1, len(items) + 1)):
        yield f"{where}: its items are not counted from 1"
    if thing["@type"] == "BreadcrumbList" and len(items) < 2:
        yield f"{where} is a way of fewer than two steps"
    if thing["@type"] == "Dataset" and not 50 <= len(thing["description"]) <= 5000:
        yield f"{where} is described in {len(thing['description'])} letters, not in 50 to 5,000"
