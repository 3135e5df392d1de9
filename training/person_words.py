"""Words for people that the table of word classes takes from nowhere else."""

from copydesk.english.people import Gender

TITLES = {
    **dict.fromkeys(
        "Archduke Baron Brother Count Duke Emperor Father Friar Herr Imam King Lord Mister Monsieur"
        " Mr Pope Prince Rabbi Señor Sheikh Shri Signor Sir Sultan".split(),
        Gender.MALE,
    ),
    **dict.fromkeys(
        "Archduchess Baroness Countess Dame Duchess Empress Frau Lady Madam Madame Mademoiselle"
        " Miss Mother Mrs Ms Princess Queen Señora Signora Sister".split(),
        Gender.FEMALE,
    ),
    **dict.fromkeys(
        "Admiral Ambassador Archbishop Attorney Bishop Brigadier Capt Captain Cardinal Chancellor"
        " Chief Coach Col Colonel Commander Commissioner Congressman Congresswoman Constable"
        " Corporal Councillor Councilman Councilwoman Cpl Deputy Detective Director Doctor Dr"
        " Gen General Gov Governor Inspector Judge Justice Lieutenant Lt Maj Major Mayor Minister"
        " Officer Pastor Premier President Prof Professor Rep Representative Rev Reverend Saint"
        " Secretary Sen Senator Sergeant Sgt Sheriff Speaker Superintendent".split(),
        Gender.EITHER,
    ),
    "Congressman": Gender.MALE,
    "Councilman": Gender.MALE,
    "Congresswoman": Gender.FEMALE,
    "Councilwoman": Gender.FEMALE,
}
"""Forms of address, ranks and offices that stand before a name, without the dot of the short."""

GENDERED = {
    **dict.fromkeys(
        "baron boy boyfriend bridegroom bro brother businessman chap cowboy dad daddy duke emperor"
        " father fella fiancé friar gentleman godfather grandad grandfather grandpa grandson groom"
        " guy husband king lad lord man monk nephew patriarch pope prince schoolboy sir son"
        " stepbrother stepfather stepson sultan uncle waiter widower".split(),
        Gender.MALE,
    ),
    **dict.fromkeys(
        "abbess actress aunt auntie ballerina baroness bride bridesmaid businesswoman countess"
        " daughter dame duchess empress fiancée gal girl girlfriend goddess godmother"
        " granddaughter grandma grandmother granny heiress heroine hostess housewife lady lass"
        " maid matriarch mistress mom mother mum mummy niece nun princess queen schoolgirl"
        " seamstress sister stepdaughter stepmother stepsister stewardess waitress widow wife"
        " woman".split(),
        Gender.FEMALE,
    ),
}
"""Nouns for a man or for a woman."""

PERSONS_IN_CAPITALS = frozenset(
    "CEO CFO COO CTO DJ GP MC MEP MLA MP MSP PM POW QB QC VIP VP".split()
)
"""Abbreviations for persons."""

FAMOUS_NAMES = frozenset(
    "Assad Biden Blair Bush Castro Churchill Clinton Gaddafi Gandhi Gorbachev Hitler Kennedy"
    " Khomeini Khrushchev Lenin Macron Madonna Mandela Mao Merkel Mussolini Netanyahu Nixon Obama"
    " Putin Reagan Roosevelt Saddam Stalin Thatcher Trump Zelensky Zelenskyy".split()
)
"""Surnames that news use for one person without a word of who that is."""

ORGANIZATION_WORDS = frozenset(
    "Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority"
    " Bank Board Brigade Broadcasting Brothers Bureau Cabinet Centre Center Chamber Church Club"
    " College Commission Committee Commons Company Conference Confederation Congress Consortium"
    " Cooperative Corp Corporation Corps Council Court Department Directorate Division FC Faculty"
    " Federation Force Forum Foundation Front Fund Government Group Guild Holdings Hospital House"
    " Inc Industries Institute Institution Insurance International Laboratories Laboratory League"
    " Legislature Library Limited LLC Ltd Media Ministry Motors Movement Museum Navy Network"
    " Office Orchestra Organisation Organization Parliament Partners Partnership Party Pictures"
    " Police Press Radio Records Regiment Rovers School Senate Service Services Society Squad"
    " Studios Supreme Syndicate Systems Team Technologies Television Theatre Times Treasury"
    " Tribunal Trust Union United University Wanderers".split()
)
"""Words with a capital by which the name of an organisation is known."""
