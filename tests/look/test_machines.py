"""What a page says to machines."""

import json
import re

from newsroom.website.templatetags.machines import json_ld


def said(block):
    return json.loads(re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', block)[1])


def test_what_is_not_known_is_not_said():
    data = {"@type": "NewsArticle", "author": None, "about": [{"name": "宁波", "url": ""}], "keywords": []}
    assert said(json_ld(data)) == {"@type": "NewsArticle", "about": [{"name": "宁波"}]}


def test_words_cannot_end_the_block():
    block = json_ld({"headline": "</script><b>&amp;"})
    assert "</script><b>" not in block
    assert said(block) == {"headline": "</script><b>&amp;"}
