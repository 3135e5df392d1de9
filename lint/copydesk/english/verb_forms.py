"""Forms of English verbs that can be told by themselves, in lower case."""

THIRD_PERSON = frozenset(
    "accepts achieves allows appears applies asks becomes begins believes belongs brings buys"
    " chooses comes consists contains creates decides depends describes develops differs eats"
    " enjoys exists explains feels finds follows forgets gets gives goes grows happens hears helps"
    " hopes improves includes increases involves keeps knows learns lives looks loses loves makes"
    " meets needs occurs offers opens owns pays prefers produces protects proves provides puts"
    " reaches reads receives remains remembers represents requires says seems sees sells sends"
    " serves shares sits speaks spends stands stays suffers suggests takes teaches tells tends"
    " thinks travels tries turns understands uses wants wins works writes".split()
)
"""Third persons of frequent verbs, few of which are plurals of nouns as well."""

PRETERITES_BUT_PARTICIPLES = frozenset(
    "awoke bade drank foresaw forewent froze misspoke outgrew outran overran oversaw overthrew"
    " partook ran rode slew strove tore woke".split()
)
"""More past forms than `lexicon.PRETERITES`: irregular, and not the participle as well."""

IRREGULAR_PASTS = frozenset(
    "ate bought brought built burnt caught dealt dreamt fed fought got heard held kept knelt"
    " laid led left lent lit lost made meant met paid said sat sent shone shook shot slept slid"
    " sold sought spent spun stood stole struck stuck stung swept swung taught thought told"
    " understood went wept won".split()
)
"""Past forms of irregular verbs that are no plain form, though they may be the participle."""

_BASE_IN_ED = frozenset("bed embed imbed shed shred sled wed".split())
_PASTS_IN_EED = frozenset(
    "agreed decreed disagreed emceed filigreed freed guaranteed peed pureed refereed squeegeed"
    " teed treed".split()
)
"""All other verbs in -eed are plain forms: breed, feed, need and what is made of them."""

_NO_VERB_IN_S = frozenset(
    "always afterwards alas atlas bias canvas downstairs elsewhere gas indoors likewise"
    " nowadays outdoors overseas perhaps sometimes towards upstairs upwards downwards backwards"
    " forwards inwards outwards besides hers ours theirs yours its has was does this lens"
    " christmas texas pass whereas series means alias".split()
)


def is_regular_past(word: str) -> bool:
    """Whether a word is the past form of a regular verb, if it is a verb at all."""
    if word.endswith("eed"):
        return word in _PASTS_IN_EED
    return len(word) > 3 and word.endswith("ed") and word.isalpha() and word not in _BASE_IN_ED


def may_be_third_person(word: str) -> bool:
    """Whether a word is the third person of a verb, if it is a verb at all."""
    return is_plural(word) and word not in _NO_VERB_IN_S and not word.endswith("gas")


def is_plural(word: str) -> bool:
    """Whether a word ends like a plural of more than one letter and an -s."""
    is_long = len(word) > 3 and word.isalpha()
    return is_long and word.endswith("s") and not word.endswith(("ss", "us", "is", "selves"))
