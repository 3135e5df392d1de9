"""The closed classes of English: words that grammar knows by name, in lower case."""

ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset("my your his her its our their".split())
DEMONSTRATIVES = frozenset("this that these those".split())
QUANTIFIERS = frozenset(
    "all any both each either every few many much neither no several some such".split()
)
DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES | QUANTIFIERS | {"another"}

SUBJECT_PRONOUNS = frozenset("i you he she it we they".split())
OBJECT_PRONOUNS = frozenset("me you him her it us them".split())
REFLEXIVES = frozenset(
    "myself yourself himself herself itself oneself ourselves yourselves themselves".split()
)
PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | REFLEXIVES

RELATIVES = frozenset("who whom whose which that what when where why how".split())
FREE_RELATIVES = frozenset("what whatever whoever whichever wherever whenever however".split())
COORDINATORS = frozenset("and or but nor yet".split())
SUBORDINATORS = frozenset(
    "although as because if lest since than though till unless until when whereas whether"
    " while".split()
)

PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among amongst around as at before"
    " behind below beneath beside besides between beyond by despite down during except for from"
    " in inside into like near of off on onto out outside over past per since through throughout"
    " till to toward towards under until unto up upon via with within without".split()
)
PARTICLES = frozenset(
    "about across along around away back by down forward in off on out over through under"
    " up".split()
)
"""What makes a new verb of one before it: put off, log in."""

BE = frozenset("am is are was were".split())
FORMS_OF_BE = BE | {"be", "been", "being"}
HAVE = frozenset("have has had".split())
DO = frozenset("do does did".split())
MODALS = frozenset("can could may might must shall should will would".split())
NEGATED_BE = frozenset("isn't aren't wasn't weren't ain't".split())
NEGATED_HAVE = frozenset("haven't hasn't hadn't".split())
NEGATED_DO = frozenset("don't doesn't didn't".split())
NEGATED_MODALS = frozenset(
    "can't cannot couldn't mightn't mustn't shan't shouldn't won't wouldn't".split()
)
NEGATED = NEGATED_BE | NEGATED_HAVE | NEGATED_DO | NEGATED_MODALS
AUXILIARIES = FORMS_OF_BE | HAVE | {"having"} | DO | MODALS | NEGATED

PRETERITES = frozenset(
    "arose ate became began blew came chose drew drove fell flew forgave gave grew knew mistook"
    " overcame overtook partook rang sang saw shook shrank spoke sprang stole swam swore threw"
    " took undertook underwent undid went withdrew wore wrote".split()
)
"""Past forms of irregular verbs that are neither the participle nor the plain form too."""

PARTICIPLES = frozenset(
    "arisen beaten become begun bitten blown born borne bought bound broken brought built burnt"
    " caught chosen clung come cut dealt done drawn dreamt driven drunk eaten fallen fed felt"
    " flown forbidden forgiven forgotten fought found frozen given gone got gotten grown had heard"
    " held hidden hit hung kept known laid learnt led left lent let lit lost made meant met"
    " mistaken paid proven put read rid ridden risen run said sat seen sent set shaken shot shown"
    " shut slept sold sought spent split spoken spread sprung spun stolen stood stuck struck sung"
    " sunk swept sworn taken taught thought thrown told torn understood undertaken wept withdrawn"
    " won worn wound woven written".split()
)
"""Participles of irregular verbs."""

FUNCTION_WORDS = (
    DETERMINERS
    | PRONOUNS
    | RELATIVES
    | FREE_RELATIVES
    | COORDINATORS
    | SUBORDINATORS
    | PREPOSITIONS
    | AUXILIARIES
)
