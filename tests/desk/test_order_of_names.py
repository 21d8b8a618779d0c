"""Lists of names in the desk stand in the order of the editor's language, as readers' lists do."""

import pytest
from django.urls import reverse

from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Pair, Place
from newsroom.terms.models import Term
from tests import factories

pytestmark = pytest.mark.django_db

# By pinyin 北港, 东津, 河口; by Latin letters Eastford, Northport, Rivermouth.
NAMES = (("东津", "Northport"), ("北港", "Rivermouth"), ("河口", "Eastford"))
ORDERS = {"zh-hans": ["北港", "东津", "河口"], "en": ["河口", "东津", "北港"]}


def made(model: type, name_zh: str, name_en: str) -> object:
    match model._meta.model_name:
        case "term":
            return Term.objects.create(name_zh=name_zh, name_en=name_en, category=Term.Category.BODY)
        case "pair":
            return factories.pair(Place.objects.get(slug="home"), factories.place(name_en, name_zh=name_zh))
    return getattr(factories, model._meta.model_name)(name_en, name_zh=name_zh)


@pytest.mark.parametrize("language", ORDERS)
@pytest.mark.parametrize("model", [Place, Institution, Person, Office, Term, Pair])
def test_a_list_follows_the_editor_s_language(client, model, language):
    factories.place("Harbourton", name_zh="海州", slug="home")
    records = {made(model, *names).pk: names[0] for names in NAMES}
    client.force_login(factories.user("publisher", language=language))

    listed = client.get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"))

    shown = [records[one.pk] for one in listed.context["cl"].result_list if one.pk in records]
    assert shown == ORDERS[language]


@pytest.mark.parametrize("language", ORDERS)
def test_places_offered_while_typing_follow_it_too(client, language):
    records = {str(made(Place, *names).pk): names[0] for names in NAMES}
    client.force_login(factories.user("publisher", language=language))
    asked = {"app_label": "people", "model_name": "institution", "field_name": "place", "term": "o"}

    offered = client.get(reverse("admin:autocomplete"), asked).json()["results"]

    assert [records[one["id"]] for one in offered if one["id"] in records] == ORDERS[language]


def test_a_pair_is_chosen_in_the_form_of_another_record(client):
    SiteSettings.objects.update_or_create(pk=1, defaults={"home": "home"})
    pair = factories.pair(factories.place("Harbourton", slug="home", country="CN"))
    client.force_login(factories.user("publisher"))

    form = client.post(reverse("admin:cooperation_event_add"), {"pairs": pair.pk}).context["adminform"].form

    assert "pairs" not in form.errors and form.cleaned_data["pairs"].get() == pair
