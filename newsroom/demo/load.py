"""Loading of the demo data into a site with accounts."""

from django.contrib.auth import get_user_model
from django.db import transaction

from newsroom.articles.models import Article
from newsroom.cooperation import install as fields
from newsroom.cooperation.in_step import mark_all_typed
from newsroom.demo import reading
from newsroom.demo.site import lay_pages, lay_site
from newsroom.demo.stories import is_told, lay_records, tell
from newsroom.masthead import house_style
from newsroom.places import install as places
from newsroom.terms import install as terms

EDITOR, PUBLISHER = "editor", "publisher"


@transaction.atomic
@house_style.apart()
def load(only: str = "*") -> list[Article]:
    """Create the initial data, settings, pages and stories; return the new stories.

    Acts as the users `editor` and `publisher`, with their permissions; raise User.DoesNotExist without them. The
    records of all stories come first, since a story may report an event of another file. Idempotent: existing objects
    are neither duplicated nor changed. `only` is the name of a single story file to load.
    """
    accounts = get_user_model().objects
    editor, publisher = accounts.get(username=EDITOR), accounts.get(username=PUBLISHER)
    for lists in (places, fields):
        lists.install()
    terms.install(reading.TERMS)
    house_style.follow(lay_site())
    lay_pages()
    untold = [story for story in reading.stories(only) if not is_told(story)]
    for story in untold:
        lay_records(story, publisher=publisher)
    mark_all_typed()
    return [tell(story, editor=editor, publisher=publisher) for story in untold]
