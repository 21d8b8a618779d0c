"""Scratch changes of agreements: a plain field, a field that links to a named record, a filter of their list."""

from tests.recipes.steps import NO_LAW, Recipe, after, instead, makemigrations, words

MODEL = "newsroom/cooperation/models/agreements.py"
ADMIN = "newsroom/cooperation/admin/agreements.py"
ROWS = "newsroom/cooperation/rows.py"
CARD = "templates/cooperation/agreement_card.html"
PAGE_TESTS = "tests/pages_records/test_agreements.py"
COUNTED = (
    '{% if agreement.count %}<div><dt>{% word "bundle" number %}</dt>'
    "<dd>{{ agreement.count|figures }}</dd></div>{% endif %}\n"
)
LAST_TEST = "def test_an_agreement_shows_the_stages_it_made(client, visit):"

PLAIN_TEST = f"{PAGE_TESTS}::test_an_agreement_says_in_how_many_originals_it_was_signed"
PLAIN = Recipe(
    "A plain field",
    (
        instead(
            MODEL,
            (
                '    slug = models.SlugField(_("address word"), max_length=150, unique=True)\n',
                '    originals = models.PositiveSmallIntegerField(_("originals"), null=True, blank=True)\n'
                '    slug = models.SlugField(_("address word"), max_length=150, unique=True)\n',
            ),
            law=PLAIN_TEST,
        ),
        makemigrations("cooperation"),
        instead(ADMIN, ('"part_of", "count"]', '"part_of", "count", "originals"]'), law=PLAIN_TEST),
        after(
            ROWS,
            ('        "how": agreement.get_following_display(),\n', '        "originals": agreement.originals,\n'),
            law=PLAIN_TEST,
        ),
        after(
            CARD,
            (
                COUNTED,
                '{% if agreement.originals %}<div><dt>{% translate "Originals" %}</dt>'
                "<dd>{{ agreement.originals|figures }}</dd></div>{% endif %}\n",
            ),
            law=PLAIN_TEST,
        ),
        words({"originals": "正本份数", "Originals": "正本份数"}),
        instead(
            PAGE_TESTS,
            (
                LAST_TEST,
                """def test_an_agreement_says_in_how_many_originals_it_was_signed(admin_client, visit):
    released(factories.agreement(visit.haimen, slug="in-four", originals=4))

    assert "<dt>Originals</dt><dd>4</dd>" in text_of(admin_client.get("/en/agreements/in-four/"))
    assert 'name="originals"' in text_of(admin_client.get("/admin/cooperation/agreement/add/"))


"""
                + LAST_TEST,
            ),
            law=NO_LAW,
        ),
    ),
)

LINK_TEST = f"{PAGE_TESTS}::test_an_agreement_says_where_it_is_kept"
NAMING = "tests/publishing/test_naming.py"
LINK = Recipe(
    "A field that links to a named record",
    (
        instead(
            MODEL,
            (
                "    state = models.CharField(",
                """    kept_by = models.ForeignKey(
        Institution, models.PROTECT, verbose_name=_("kept by"), related_name="kept", null=True, blank=True
    )
    state = models.CharField(""",
            ),
            (
                "from newsroom.places.models import Pair, Place\n",
                "from newsroom.people.models import Institution\nfrom newsroom.places.models import Pair, Place\n",
            ),
            law=LINK_TEST,
        ),
        makemigrations("cooperation"),
        instead(
            "newsroom/cooperation/apps.py",
            (
                '"parties__agreement", "approvals__agreement")',
                '"parties__agreement", "approvals__agreement", "kept")',
            ),
            law=NAMING,
        ),
        after(
            "newsroom/articles/subjects.py",
            ('        "agreements__parties__institution",\n', '        "agreements__kept_by",\n'),
            law="tests/pages/test_subjects.py",
        ),
        instead(
            "newsroom/cooperation/queries.py",
            ('.select_related("signed_in")', '.select_related("signed_in", "kept_by")'),
            law=LINK_TEST,
        ),
        instead(
            ADMIN,
            ('["event", "signed_in", "pairs"', '["event", "signed_in", "kept_by", "pairs"'),
            ('*("fields", "pairs"),', '*("fields", "pairs", "kept_by"),'),
            law=LINK_TEST,
        ),
        after(
            ROWS,
            (
                '        "how": agreement.get_following_display(),\n',
                '        "kept_by": agreement.kept_by and named_entry(agreement.kept_by, language),\n',
            ),
            law=LINK_TEST,
        ),
        after(
            CARD,
            (
                COUNTED,
                '{% if agreement.kept_by %}<div><dt>{% translate "Kept by" %}</dt><dd>'
                '{% include "components/name.html" '
                "with name=agreement.kept_by.name address=agreement.kept_by.address %}</dd></div>{% endif %}\n",
            ),
            law=LINK_TEST,
        ),
        instead(
            "tests/leak/world.py",
            ('"event": s.event, "signed_in": s.place}', '"event": s.event, "signed_in": s.place, "kept_by": s.party}'),
            law="tests/leak/test_leak.py::test_every_link_to_a_named_record_is_laid",
        ),
        words({"kept by": "保存单位", "Kept by": "保存单位"}),
        instead(
            PAGE_TESTS,
            (
                LAST_TEST,
                """def test_an_agreement_says_where_it_is_kept(admin_client, visit):
    archive = factories.institution("Anbei Archive", slug="archive")
    kept = released(factories.agreement(visit.haimen, slug="kept", kept_by=archive))

    assert '<a href="/en/institutions/archive/">Anbei Archive</a>' in text_of(admin_client.get("/en/agreements/kept/"))
    assert admin_client.get("/en/institutions/archive/").status_code == 200
    assert 'name="kept_by"' in text_of(admin_client.get("/admin/cooperation/agreement/add/"))
    kept.refresh_from_db()
    pages = type(kept).objects.with_page(kept.public_from, kept.public_from.date())
    assert "kept_by" in pages.get(pk=kept.pk)._state.fields_cache


"""
                + LAST_TEST,
            ),
            law=NO_LAW,
        ),
    ),
)

FILTER_TEST = f"{PAGE_TESTS}::test_the_register_is_narrowed_by"
ROW = "tests/pages/test_page_table.py::test_a_list_can_be_asked_by_the_filters_of_its_row"
FILTER = Recipe(
    "A filter of a list",
    (
        after(
            "newsroom/cooperation/index.py",
            ('        "state": [("state", once)],\n', '        "following": [("following", once)],\n'),
            law=FILTER_TEST,
        ),
        after(
            "newsroom/cooperation/filters.py",
            (
                '    field = Offered(label=_("Field"), choices=by_order(Field))\n',
                '    following = Offered(label=_("Succession"), choices=Agreement.Following.choices)\n',
            ),
            law=ROW,
        ),
        instead(
            "newsroom/urls.py",
            (
                '("pair", "place", "party", "field", "kind", "status", "year")',
                '("pair", "place", "party", "field", "following", "kind", "status", "year")',
            ),
            law=ROW,
        ),
        words({"Succession": "承接关系"}),
        after(
            PAGE_TESTS,
            ('    ("kind=framework", {"Framework Agreement"}),\n', '    ("following=renews", set()),\n'),
            law=f"{PAGE_TESTS}::test_the_register_is_asked_by_every_filter",
        ),
    ),
)
