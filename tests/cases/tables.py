"""What an editor chooses for the free words of a case: level, kind, state, part, term.

A table gives the choice of the desk; where the choice says less than the words, `called` and `own` keep the words.
"""

import re

from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Stage
from newsroom.people.models import Institution
from newsroom.places.models import Place

Both = tuple[str, str]  # in English and in Chinese
Body, Text, Trip, Part, Step = Institution.Kind, Agreement.Kind, Delegation.Kind, Appearance.Part, Stage.Kind

LEVELS = {level.value: level for level in Place.Level} | {"autonomous prefecture": Place.Level.PREFECTURE}
BODIES = {
    "government office": Body.BUREAU,
    "research institute": Body.INSTITUTE,
    "legislature": Body.COUNCIL,
    "legislature in China": Body.CONGRESS,
    "education board": Body.BUREAU,
    "association": Body.ASSOCIATION,
    "port": Body.PORT,
    "university": Body.UNIVERSITY,
    "industry association": Body.ASSOCIATION,
    "chamber of commerce": Body.CHAMBER,
    "innovation agency": Body.OTHER,
    "twinning association": Body.ASSOCIATION,
    "new area": Body.ZONE,
    "development zone": Body.ZONE,
}
# No bodies with a page of their own, but the words of a source for a party.
ONLY_WORDS = {"companies", "district governments", "group"}

KINDS = {
    "signing ceremony": Event.Kind.SIGNING,
    "online signing": Event.Kind.SIGNING,
    "first signature": Event.Kind.SIGNING,
    "second signature": Event.Kind.SIGNING,
    "talks": Event.Kind.MEETING,
    "working talks": Event.Kind.MEETING,
    "reception": Event.Kind.MEETING,
    "meeting": Event.Kind.MEETING,
    "council decision": Event.Kind.DECISION,
    "forum": Event.Kind.FORUM,
    "summit / 峰会": Event.Kind.FORUM,
    "trade fair": Event.Kind.TRADE,
    "trade promotion meeting": Event.Kind.TRADE,
    "exhibition / 展览": Event.Kind.EXHIBITION,
    "institution opening / 机构揭牌": Event.Kind.OPENING,
    "25th anniversary reception": Event.Kind.ANNIVERSARY,
    "15th anniversary": Event.Kind.ANNIVERSARY,
    "congress of lake and harbour cities": Event.Kind.FORUM,
}
# What is the name of the event itself, in English and Chinese.
NAMES = {
    "congress of lake and harbour cities": ("Congress of Lake and Harbour Cities", "湖港城市大会"),
    "Harbourton Port Cities Forum 海州港口城市论坛": ("Harbourton Port Cities Forum", "海州港口城市论坛"),
    "25th anniversary reception": ("25th anniversary reception", "结为友好城市25周年招待会"),
    "15th anniversary": ("15th anniversary", "缔结友好城市15周年"),
    "apple festival": ("Apple festival", "苹果节"),
    "departure / 启程": ("Departure", "启程"),
}
VISIT = "访问"  # a visit in Chinese: no kind of the desk, but an event to which a delegation came
# What was visited, where the words give no Chinese.
VISITED = {"visit to a fish hall": ("a fish hall", "鱼市大厅"), "visit to a science park": ("a science park", "科技园")}

TRIPS = {
    "government delegation": Trip.GOVERNMENT,
    "trade delegation": Trip.BUSINESS,
    "press delegation / 新闻代表团": Trip.MEDIA,
    "Party and government delegation / 党政代表团": Trip.PARTY_GOVERNMENT,
    "official visit / 正式访问": Trip.GOVERNMENT,
}
# The words are kept as the delegation's own name.
OWN_NAMES = {"high-level delegation / 高级别代表团", "official visit / 正式访问"}

TEXTS = {
    "cooperation agreement": Text.SECTOR,
    "sister city agreement": Text.SISTER_CITY,
    "memorandum": Text.MEMORANDUM,
    "letter of intent": Text.INTENT,
    "friendly exchange agreement": Text.EXCHANGE,
    "framework agreement": Text.FRAMEWORK,
    "work plan": Text.PLAN,
    "bundle": Text.OTHER,
    "supplement": Text.OTHER,
    "amendment": Text.OTHER,
    "friendly district agreement": Text.COOPERATION,
    "friendly relations agreement": Text.COOPERATION,
    "friendly port agreement": Text.SECTOR,
    "exchange agreement": Text.SECTOR,
    "protocol of intent": Text.INTENT,
    "intention": Text.INTENT,
}
# The source's own term, where the kind says less.
CALLED = {
    "supplement": "补充协议",
    "amendment": "修正案",
    "work plan": "工作计划",
    "friendly district agreement": "友好城区协议",
    "friendly relations agreement": "友好关系协议",
    "friendly port agreement": "友好港协议",
    "exchange agreement": "交流协议",
    "protocol of intent": "意向议定书",
    "intention": "意向",
}
STATES = {state.value: state for state in Agreement.State}
HOW = {
    "renews": Agreement.Following.RENEWS,
    "replaces": Agreement.Following.REPLACES,
    "extends": Agreement.Following.EXTENDS,
    "amends": Agreement.Following.AMENDS,
    "carries out": Agreement.Following.CARRIES_OUT,
}
STEPS = {
    "sister cities": Step.SISTER_CITY,
    "friendly exchange": Step.EXCHANGE,
    "friendly districts": Step.COOPERATION,
    "friendly relations": Step.COOPERATION,
    "friend cities": Step.SISTER_CITY,
    "paired assistance": Step.DOMESTIC,
    "paired cooperation": Step.DOMESTIC,
}
STEP_WORDS = {
    "friendly districts": "友好城区",
    "friendly relations": "友好关系",
    "friend cities": "友好城市",
    "paired assistance": "对口支援",
    "paired cooperation": "对口合作",
}
PARTS = {
    "hosted": Part.HOSTED,
    "spoke": Part.SPOKE,
    "attended": Part.ATTENDED,
    "witnessed": Part.WITNESSED,
    "presided": Part.PRESIDED,
    "sent a message": Part.MESSAGE,
    "accompanied": Part.ACCOMPANIED,
}
ROLES = {role.value: role for role in Appearance.Role}
SAYS = {"signed": "signing", "day": "day", "size": "number", "kind": "kind"}

# What is typed into the fields of a term.
TERMS = {
    "four years / 四年": {"term": "4 years"},
    "five years / 五年": {"term": "5 years"},
    "three years / 三年": {"term": "3 years"},
    "five years, to 14 June 2014, no automatic renewal / 五年，至2014年6月14日止，不自动续期": {
        "term": "2009-06-15/2014-06-14",
        "term_length": "5 years",
        "term_words": "no automatic renewal / 不自动续期",
    },
    "ten years, to 2 September 2026 / 十年，至2026年9月2日止": {
        "term": "2016-09-03/2026-09-02",
        "term_length": "10 years",
    },
    "three years, to 9 April 2020 / 三年，至2020年4月9日止": {
        "term": "2017-04-10/2020-04-09",
        "term_length": "3 years",
    },
    "two further years, to 9 April 2022 / 延长两年，至2022年4月9日止": {
        "term": "2020-04-10/2022-04-09",
        "term_length": "2 years",
    },
    "from the day of the last signature, no end stated / 自最后一方签署之日起生效，未定期限": {"term": "2020-07-08/"},
    "six years, to 17 May 2010 / 六年，至2010年5月17日止": {"term": "2004-05-18/2010-05-17", "term_length": "6 years"},
    "six years from 18 May 2010, to 17 May 2016 / 自2010年5月18日起六年，至2016年5月17日止": {
        "term": "2010-05-18/2016-05-17",
        "term_length": "6 years",
    },
    "ten years from 18 May 2016, to 17 May 2026 / 自2016年5月18日起十年，至2026年5月17日止": {
        "term": "2016-05-18/2026-05-17",
        "term_length": "10 years",
    },
    "2012-2014": {"term": "2012-2014"},
}

# Days that are no dates: typed as the source's words, in both languages, or as the dates that they name.
DAYS = {
    "--05-20 afternoon": {"words": "5月20日下午 / 20 May, afternoon"},
    "--03-28": {"words": "3月28日 / 28 March"},
    "--03-01": {"words": "3月1日 / 1 March"},
    "22 April 2019 to the end of the month, back on 1 May 2019; day of the last stop inferred from the return": {
        "day": "2019-04-22/2019-05-01",
        "words": "22 April 2019 to the end of the month, back on 1 May 2019",
    },
    "planned for 18 to 21 February 2020": {"day": "2020-02-18/2020-02-21", "words": "planned"},
    "some days before the other delegation / 早于另一代表团数日": {
        "words": "早于另一代表团数日 / some days before the other delegation"
    },
    "from 18 September 2016 / 自2016年9月18日起": {"day": "2016-09-18/"},
    "from 28 March / 自3月28日起": {"words": "自3月28日起 / from 28 March"},
}


VISITED_BODIES = {
    "visit to an innovation agency / 参观创新促进机构": "qit",
    "visit to a twinning association / 走访友城促进会": "q-twin",
}


def both(words: str) -> Both:
    """Split "English / 中文" into its two languages; the Chinese is "" where there is none."""
    english, _slash, chinese = words.partition(" / ")
    return english, chinese


def visited(kind: str) -> Both | None:
    """Return the site in both languages, where a kind is the visit of one."""
    english, chinese = VISITED.get(kind) or both(kind)
    if kind in VISITED_BODIES or not chinese or not re.match("visit to|boat trip|a ", english):
        return None
    return re.sub("^visit to ", "", english), re.sub("^(参观|走访|考察)", "", chinese)
