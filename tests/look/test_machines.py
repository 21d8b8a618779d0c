"""What a page says to machines."""

import json
import re

from newsroom.website.templatetags.machines import linked_data


def test_words_cannot_end_the_block_or_begin_another():
    block = linked_data({"headline": "</script><script>&amp;"})
    assert re.findall("</?script", block) == ["<script", "</script"]
    assert json.loads(re.fullmatch(r"<script[^>]*>(.*)</script>", block)[1]) == {"headline": "</script><script>&amp;"}
