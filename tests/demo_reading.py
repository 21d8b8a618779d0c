"""What the tests of the demonstration read in its stories and their facts: words, names, numbers, days."""

import html
import re
import tomllib

from newsroom.dates.printing import MONTHS
from newsroom.demo import reading
from newsroom.languages import EN, LANGUAGES, ZH, columns
from newsroom.places import install as places
from newsroom.tables import rows_of

HAN = "[\u3400-\u9fff]"
DAY = r"\d{4}(?:-\d{2}(?!\d)){0,2}"
JAPANESE = str.maketrans("寧長効実", "宁长效实")
OF_PEOPLE = ("heads", "deputies", "members", "accompanying", "hosts", "guests", "others")
OF_PLACES = ("senders", "places", "namesakes")
OF_DAYS = ("held", "signed", "reached", "days", "approved", "term", "happened", "published")


def text_of(story: dict, language: str) -> str:
    """Return the words of an edition without their elements, or nothing where it has not been begun."""
    words = story["article"]["editions"].get(language, {})
    marked = "\n".join(words.get(part, "") for part in ("headline", "standfirst", "body"))
    return html.unescape(re.sub("<[^>]+>", "", marked.replace("</p>", "\n"))).strip()


def words_of_pictures(story: dict, language: str) -> str:
    """Return what is said of a story's pictures, and printed on them, in a language."""
    parts = [columns(part, language) for part in ("caption", "alt", "title", "gloss", "day", "step")]
    rows = [row for picture in story.get("pictures", []) for row in (picture, *picture.get("marks", []))]
    return "\n".join(row[part] for row in rows for part in parts if part in row)


def all_words_of(story: dict, language: str) -> str:
    return f"{text_of(story, language)}\n{words_of_pictures(story, language)}"


def facts_of(story: dict) -> str:
    return "\n".join(reading.facts(name) for name in story["facts"])


def simplified(text: str) -> str:
    """Return a text with the Japanese characters of its facts as they are written in China."""
    return text.translate(JAPANESE)


def tables_of(story: dict) -> list[dict]:
    return [tomllib.loads(reading.facts(name)) for name in story["facts"]]


def rows(story: dict) -> list[dict]:
    """Return every record of a story: its sources, delegation, events, agreements, stages and parties."""
    alone = [story["delegation"]] if "delegation" in story else []
    agreements = story.get("agreements", [])
    below = [row for agreement in agreements for row in agreement["parties"] + agreement.get("follow_ups", [])]
    below += [row for agreement in agreements for row in agreement.get("approvals", [])]
    tables = list(story.get("sources", {}).values())
    return alone + story.get("events", []) + agreements + story.get("stages", []) + below + tables


def people_of(story: dict) -> list[dict]:
    """Return the people of a story's records, each as `data/names/` has it."""
    slugs = {slug for row in rows(story) for kind in OF_PEOPLE for slug in row.get(kind, [])}
    slugs |= {row["signatory"] for row in rows(story) if "signatory" in row}
    known = reading.names("people")
    return [known[slug] for slug in sorted(slugs) if slug in known]


def institutions_of(story: dict) -> list[dict]:
    """Return the institutions of a story's records, each as `data/names/` has it."""
    named = [name for row in rows(story) for kind in ("senders", "visited") for name in row.get(kind, [])]
    named += [row["institution"] for row in rows(story) if "institution" in row]
    known = reading.names("institutions")
    return [known[name] for name in named if isinstance(name, str) and name in known]


def days_in_facts(story: dict) -> set[str]:
    """Return the days that the facts give, and their months and years."""
    days = set(re.findall(DAY, facts_of(story))) | days_named(facts_of(story))
    return {day[:length] for day in days for length in (4, 7, 10)}


def days_told(story: dict) -> set[str]:
    """Return the days, months and years that the editions of a story name with their year."""
    return days_named(all_words_of(story, EN)) | days_named(all_words_of(story, ZH))


def days_named(text: str) -> set[str]:
    """Return what "18 August 2019", "August 2019", "2019年8月18日" and the like say in a text."""
    in_english = re.findall(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})", text)
    found = [(year, MONTHS.index(month) + 1, day) for day, month, year in in_english]
    found += re.findall(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?", text)
    return {"-".join(f"{int(part):02}" for part in parts if part) for parts in found}


def numbers_in(text: str) -> set[int]:
    return {int(number) for number in re.findall(r"(?<![\w-])\d+|\d+", text)}


def sentences_of(story: dict) -> set[str]:
    """Return the sentences of both editions, with headlines, standfirsts and what is said of their pictures."""
    text = "\n".join(all_words_of(story, language) for language in LANGUAGES)
    return {sentence.strip() for sentence in re.split(r"[。！？\n]|(?<=[a-z”’])[.!?]\s", text) if sentence.strip()}


def place_rows() -> dict[str, dict]:
    """Return every place of the lists and of the stories by its slug."""
    listed = {row["slug"]: row for name in places.LISTS for row in rows_of(places.DATA / name)}
    return listed | reading.names("places")
