"""Words by which a text tells that someone is speaking."""

from functools import cache

from copydesk.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_REGULAR = """
    accuse acknowledge add advise affirm agree allege announce applaud argue ask assert assure
    believe bellow blame boast caution celebrate chant chide clarify comment complain concede
    conclude condemn confess confide confirm congratulate contend counter cry criticise criticize
    declare decry defend denounce deny disagree disclose dismiss echo email emphasise emphasize
    enquire exclaim explain growl grumble gush hail hint imply indicate inform inquire insist
    instruct interject joke laud lament laugh lecture marvel mention moan mumble murmur muse mutter
    opine outline paraphrase plead pledge ponder praise preach predict proclaim profess query rant
    reaffirm reason reassure recall reckon recollect recommend recount reiterate remark remember
    remind repeat reply respond retort reveal roar scold scream shout shriek sigh sneer speculate
    stress suggest summarise summarize testify tweet urge vow wail warn welcome whine whisper
    wonder yell
"""
_ALSO_NOUNS = "answer appeal claim demand fear hope protest question quote report voice"
_OTHER_FORMS = """
    admit admits admitted admitting blogged brag bragged calls continued describe describes
    feel feels felt feeling maintained maintains noted notes observed observes quip quips quipped
    said say says saying sang sing sings singing speak speaks speaking spoke spoken
    stated stating talked talking tell tells telling told think thinks thinking thought
    write writes wrote
"""
_NOUNS = """
    according affidavit caption chorus conversation diary e-mail e-mails editorial inscription
    interview interviews letter lyrics memo memoir memoirs motto placard quotation reaction
    remarks slogan speech spokesman spokesmen spokesperson spokeswoman statement statements
    testimony transcript verdict warning words
"""
_WORDS_THAT_FOLLOW = frozenset(
    "affidavit argument caption chorus comment declaration e-mail excerpt explanation inscription"
    " letter lyrics memo message motto opinion passage placard poem post quotation reply response"
    " ruling slogan statement transcript tweet verdict verse".split()
)
_POINT_OUT = lazy_pattern(r"\bpoint(?:s|ed|ing)?\s+(?:it\s+)?out\b")


def tells_of_speech(narration: str) -> bool:
    """Whether a sentence has a verb or noun of saying, or announces speech by its last mark."""
    if narration.rstrip().endswith((":", ",", "—", "–")) or _POINT_OUT.search(narration):
        return True
    spoken = words_of_saying()
    return any(word.lower() in spoken for word in _WORD.findall(narration))


def names_speech(narration: str) -> bool:
    """Whether a sentence has a noun for words that may follow: a letter, a motto, a statement."""
    return any(word.lower() in _WORDS_THAT_FOLLOW for word in _WORD.findall(narration))


@cache
def words_of_saying() -> frozenset[str]:
    """Verbs of saying, thinking and writing in all their forms, and nouns for what was said."""
    verbs = {form for verb in _REGULAR.split() for form in (verb, *_forms(verb))}
    also_nouns = {form for verb in _ALSO_NOUNS.split() for form in _forms(verb)[1:]}
    return frozenset(verbs | also_nouns | set(_OTHER_FORMS.split()) | set(_NOUNS.split()))


@cache
def verbs_of_saying() -> frozenset[str]:
    """Those forms of verbs of saying that can be the verb of a clause, and are rarely a noun."""
    regular = {form for verb in _REGULAR.split() for form in (verb, *_forms(verb)[:2])}
    also_nouns = {_forms(verb)[1] for verb in _ALSO_NOUNS.split()}
    others = {form for form in _OTHER_FORMS.split() if not form.endswith("ing") or form == "sing"}
    return frozenset(regular | also_nouns | others)


def _forms(verb: str) -> tuple[str, str, str]:
    """The third person, the past and the present participle of a regular verb."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith(("s", "sh", "ch")):
        return f"{verb}es", f"{verb}ed", f"{verb}ing"
    return f"{verb}s", f"{verb}ed", f"{verb}ing"
