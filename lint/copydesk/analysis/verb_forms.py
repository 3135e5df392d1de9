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

_BASE_IN_ED = frozenset(
    "bed bleed breed embed exceed feed heed need proceed seed shed shred sled speed succeed"
    " supersede wed weed".split()
)


def is_regular_past(word: str) -> bool:
    """Whether a word is the past form of a regular verb, if it is a verb at all."""
    return len(word) > 4 and word.endswith("ed") and word.isalpha() and word not in _BASE_IN_ED
