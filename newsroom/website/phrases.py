"""Where a large Chinese headline may be broken: between its phrases, never inside a word or a name.

A browser breaks Chinese between any two characters and balances the lines by their length alone: 城市签/署协议. No
dictionary is kept for it. A headline of a desk like this one is made of few words; each of those below begins a phrase.
"""

import re

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

_BEGINNING = (
    "签署|签订|签约|举行|举办|召开|访问|到访|出访|来访|会见|会晤|考察|参加|出席|成立|启动|开通|结为|结好|建立|率团|首次|再次|共同|共庆|"
    "纪念|庆祝|迎来|迎接|抵达|返回|延续|商谈|讨论|加强|深化|推进|通过|授予|获授|合作|友好|教育|经贸|框架|备忘录|代表团|战略|线上|市长|"
    "大使|总领事"
)
_BREAKS = re.compile(rf"(?<=[^\W\d_]{{2}})(?={_BEGINNING})|(?<=[，、；：？！》”])(?![，、；：？！》”—…])")


def phrased(headline: str) -> SafeString:
    """Return a Chinese headline, escaped, with `<wbr>` between its phrases."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in _BREAKS.split(headline)))
