"""Articles rewritten by programs that put synonyms for words and mend nothing around them.

Two programs: one takes the synonyms of a dictionary (`synonyms.txt`, from WordNet, by which the
rules were tuned), the other those of a list written apart for the test. The fixed expressions were
written apart too.
"""

import random
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from copydesk import Document

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import pick, replace_token

DICTIONARY = Path(__file__).with_name("synonyms.txt")
LEAST, MOST = 0.15, 0.35
"""Of the words that have synonyms, such a share is replaced."""

_FEWEST = 8
"""An article in which fewer words can be replaced is left alone."""

LISTED = """
    able capable | accident mishap | across crosswise | act demonstration | added included | aged
    matured | agreed concurred | agreement understanding | allowed permitted | almost practically
    | already effectively | also additionally likewise | although despite-the-fact-that | always
    dependably | amount sum | announced reported declared | area zone territory | army armed-force
    | asked inquired | attack assault | based situated | became turned-into | because
    on-account-of | before preceding | began started commenced | behind behind-schedule | believed
    accepted | best finest | better superior | big huge enormous | board board-of-directors | body
    physique | born conceived | building edifice | built assembled | business enterprise | called
    termed | campaign crusade | car auto | career vocation profession | cases instances | center
    middle | central focal | change alteration | character personality | charge accusation | chief
    boss | child youngster kid | children youngsters kids | church congregation | city metropolis
    | claim assertion | close shut | club nightclub | coach mentor | common regular | community
    group | company organization firm | complete total | control manipulate | cost price | country
    nation | court courtroom | cover conceal | created made | crime wrongdoing | current momentum
    present-day | cut slashed | data information facts | dead lifeless | deal arrangement | death
    demise | decided chose | defeat overcome | development advancement | different diverse | died
    kicked-the-bucket | director chief | doctor specialist physician | drug medication | early
    ahead-of-schedule | economic financial | education instruction training | effort exertion |
    end conclusion | energy vitality | event occasion | expected anticipated | family own-family |
    famous renowned | fast quick | father dad | feature highlight | field subject | fight battle |
    film motion-picture | final last | financial monetary | fire hearth | first initial | force
    drive | former previous | found discovered | free unfastened | friend companion | full
    complete | game diversion | general widespread | goal objective | good decent | government
    administration | great extraordinary | group gathering | growth development | hand surrender |
    happy glad | head leader | health wellbeing | help assistance | high excessive tall | history
    records | home domestic | hospital healing-center | house residence | huge large | idea
    thought | important vital imperative | include incorporate | increase increment | industry
    enterprise | information data | interest enthusiasm | international global worldwide | job
    activity | judge choose | key vital | killed executed | known recognised | land arrive |
    language dialect | large huge | later afterward | law regulation | leader pioneer | league
    alliance | legal lawful | level degree | life existence | light mild | likely probable | line
    queue | live stay | local nearby neighborhood | long lengthy | main primary | major
    fundamental | market marketplace | match healthy | means method | media press | medical
    restorative | meeting assembly | member part | men guys | military army | minister clergyman |
    mobile versatile | money cash | month calendar-month | mother mom | music tune | name call |
    national countrywide | natural herbal | near close-to | need want | network system | new fresh
    | news information | number variety quantity | office workplace | officer official | often
    regularly | oil lubricant | old antique | open exposed | order request | party
    birthday-celebration | past beyond | pay compensation | people individuals | performance
    execution | period length | person individual | place region | plan design arrangement | play
    perform | player participant | police law-enforcement | policy coverage | political politic |
    poor negative | popular famous | population populace | position role | possible viable | power
    energy | president leader | press squeeze | private personal | problem trouble | process
    manner | product item | program application | public open | question query | race contest |
    real actual | reason purpose | record document | red crimson | region locale | relationship
    courting | report record | research studies | result outcome | return go-back | rich wealthy |
    right proper | rise ascent | river stream | road avenue | role function | rule decree | run
    keep-running | safe secure | said stated | sale deal | school faculty | season period | second
    2nd | secret mystery | security safety | senior elder | series arrangement | serious extreme |
    service provider administration | set put | share percentage | short brief | show display |
    side aspect | sign signal | similar comparable | single solitary | site web-site | size
    estimate | small little tiny | social societal | song tune | special unique | spent invested |
    stage degree | star megastar | start begin | state nation | station depot | still nonetheless
    | story tale | street avenue | strong robust | student understudy | study examine | style
    fashion | success achievement | support bolster | system framework | team group | test check |
    time moment | top pinnacle | town city | trade exchange | training preparing | trial ordeal |
    true genuine | university college | use utilization | value esteem | victory triumph | video
    footage | view perspective | vote ballot | war battle | water aqua | way manner | week
    seven-days | weight heaviness | white snowy | wife spouse | win triumph | woman girl | women
    ladies | won received | work paintings | world globe | worth really-worth | year 12-months |
    young youthful
"""

EXPRESSIONS = """
    united,conjoined,unitary states,nations | united,conjoined kingdom,realm | united nations,lands
    prime,premier minister,curate | new,fresh,novel york | high,tall,elevated school,schoolhouse
    world,earth war,warfare | world,earth cup,chalice | supreme,topmost court,courtroom
    white,snowy house,dwelling | human,mortal rights | civil,polite war,warfare | air,breeze force
    general,widespread election | climate,weather change,alteration | soap,cleanser opera
    real,genuine estate,land | fossil,relic fuel | police officer,functionary | prison,jail sentence
    heart,bosom attack,onslaught | cold,chilly war,battle | middle,center east
    mobile,movable phone,telephone | social,societal media | news,tidings agency,bureau
    stock,inventory market,marketplace | video game,diversion | foreign,overseas,alien minister
    natural,innate resources,assets | chief,head executive | executive director,boss
    board,plank members | central,focal bank,shore | public,open transport | free,gratis trade
    red,crimson cross | nobel prize,trophy | academy,institute award,honour | film,movie festival
    rock,stone band | big,enormous bang,boom | black,dark hole,gap | solar system,arrangement
    nuclear weapons,arms | bachelor,unmarried degree | first,initial lady,madam | gold,golden medal
    olympic games,diversions | home,domestic town | railway station,depot | opinion,sentiment poll
    interest,involvement rates | health,wellness care | hard,tough drive | search,hunt engine,motor
    web,net site | open,exposed source,origin | operating,functioning system | short,brief story
    grand,impressive slam | test,exam match | national,countrywide park | new,fresh,novel zealand
    south,southern africa | los angeles,angels | rugby union,trade-union | football club,nightclub
    premier league,conference | head,chief coach,carriage | box,carton office,workplace
    music video,footage | debut album,record-album | lead,guide singer,vocalist | record,disc label
    main,chief character,eccentric | voice,vocalism actor,thespian | vice,frailty president
    law,jurisprudence school,schoolhouse | hip hop,jump | left,unexpended wing | best,topmost known
    take,bring place,position | took,brought place,position | takes,brings place,position
"""


@corruption("a text run through a dictionary of synonyms", "spun-text", "spun-synonym")
def spun_by_dictionary(document: Document, chance: random.Random) -> Damage | None:
    """As the simplest programs do it."""
    return _spun(document, chance, _dictionary())


@corruption("a text run through a list of synonyms", "spun-text", "spun-synonym")
def spun_by_list(document: Document, chance: random.Random) -> Damage | None:
    """As programs do it whose makers wrote a list, among it several words for one."""
    return _spun(document, chance, _list())


@corruption("a word of a fixed expression put for a synonym", "spun-synonym")
def spun_expression(document: Document, chance: random.Random) -> Damage | None:
    known = _expressions()
    lowers = document.tokens.lowers
    pairs = list(pairwise(lowers))
    i = pick(chance, (i for i, pair in enumerate(pairs) if pair in known))
    if i is None:
        return None
    offset, synonym = chance.choice(known[pairs[i]])
    return replace_token(document, i + offset, _as(document.tokens.texts[i + offset], synonym))


def _spun(
    document: Document, chance: random.Random, synonyms: Mapping[str, Sequence[str]]
) -> Damage | None:
    """An article with a share of its words replaced; articles before them are not mended."""
    tokens = document.tokens
    places = [
        i
        for i, word in enumerate(tokens.lowers)
        if word in synonyms and document.is_literal(tokens.starts[i], tokens.end(i))
    ]
    share = chance.uniform(LEAST, MOST)
    chosen = [i for i in places if chance.random() < share]
    if len(chosen) < _FEWEST:
        return None
    edits = [
        replace_token(document, i, _as(tokens.texts[i], chance.choice(synonyms[tokens.lowers[i]])))
        for i in chosen
    ]
    text = ""
    at = edits[0].start
    for edit in edits:
        text += document.source[at : edit.start] + edit.text
        at = edit.end
    return Damage(edits[0].start, at, text)


def _as(word: str, synonym: str) -> str:
    """A synonym with the capital of the word."""
    return synonym.capitalize() if word[0].isupper() else synonym


@cache
def _dictionary() -> Mapping[str, Sequence[str]]:
    lines = map(str.split, DICTIONARY.read_text("utf-8").splitlines())
    return {word: synonyms for word, *synonyms in lines}


@cache
def _list() -> Mapping[str, Sequence[str]]:
    entries = (entry.split() for entry in LISTED.split("|"))
    return {word: [other.replace("-", " ") for other in others] for word, *others in entries}


@cache
def _expressions() -> Mapping[tuple[str, ...], Sequence[tuple[int, str]]]:
    """Two words, and the synonyms that are put for the first or the second."""
    known: dict[tuple[str, ...], list[tuple[int, str]]] = {}
    for entry in EXPRESSIONS.replace("|", "\n").strip().splitlines():
        choices = [word.replace("-", " ").split(",") for word in entry.split()]
        known[tuple(first for first, *_ in choices)] = [
            (offset, other) for offset, (_, *others) in enumerate(choices) for other in others
        ]
    return known
