"""Counts which acronyms articles use without saying what they are short for.

    python -m training.acronyms SHARED

Reads the training part of the encyclopaedia under the data folder, writes
`lint/copydesk/data/acronyms.txt` and prints the figures for the card beside it.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from copydesk import Document
from copydesk.analysis.reference.acronyms import FILE, Expansions, acronyms
from copydesk.markup.plain import read

from training.corpus import WIKIPEDIA, Part, digest, part_of, read_articles
from training.insertions import plain

OUTPUT = Path("lint/copydesk") / FILE
FEWEST = 3
"""In how many articles an acronym must stand."""

MOST_EXPANDED = 0.4
"""The share of them that may say what it is short for."""

COMPUTING = frozenset(
    """
    AI AJAX ANSI API APIS ARM ASCII AST AWS BIOS BSD CDN CI CGI CLI CMS CPU CSS CSV CVE DHCP DLL DNS
    DOM DOS DRY DSL EOF ESM EULA FAQ FIXME FTP GCC GCP GDB GIF GIT GNU GPL GPU GTK GUI HDD HTML HTTP
    HTTPS IBM ICU IDE IEEE IETF IMAP IO IP IRC ISO ISP JAR JDK JIT JPEG JPG JS JSON JSX JVM JWT KVM
    LAN LDAP LLM LLVM LSP LTS MB MD MDN MIME MIT ML MIDI MVC NASA NPM NTFS OAuth ORM OS OSS PC PDF
    PEP PGP PHP PNG POSIX PR PRS QA RAM RC README REPL REST RFC RGB ROM RPC RPM RSA RSS RST SCSS SDK
    SEO SGML SHA SMTP SQL SSD SSH SSL SSO STL SVG SVN TCP TLS TODO TOML TSV TTY TXT UDP UI UML URI
    URL URLS USB UTC UTF UUID UX VCS VM VPN VPS WIP WSGI WSL WWW XHTML XML XSS YAML ZIP
    """.split()
)
"""What every reader of developers' pages knows, added by hand."""

EVERYDAY = frozenset(
    """
    AD AGM AIDS AK AL AM AR ASAP ATM AZ BA BBC BC BCE BMW BST CA CBS CCTV CD CE CEO CET CFO CIA CNN
    CO CST CT CTO CV DC DE DIY DJ DNA DVD EDT EEC ENT EP ER ESPN EST EU EUR FA FBI FIFA FL FM GA GBP
    GCSE GDP GMT GP GPS HBO HD HI HIV HQ HR IA ID IL IMDB IN IOC IOU IQ IRA IRS IT ITV IVF KFC KGB
    KS KY LA LCD LED LGBT LGBTQ LLC LP LPG LSD LTD MA MBA MBE MD MDT ME MI MIT MLB MMR MN MO MOT MP
    MPS MRI MRSA MS MSNBC MST MT MTV MVP NASA NATO NBA NBC NC ND NE NFL NGO NGOS NH NHL NHS NJ NM NV
    NY NYC NYPD OBE OH OK OPEC OR PA PC PDT PE PHD PIN PLC PM POW PR PS PST PTSD QC RAF RAM RI RIP
    RNA RSPCA RSVP RV SARS SAS SC SD SIM SMS SNP SOS SPF STD SUV TB TN TNT TV TVS TX UAE UCLA UEFA
    UFO UK UN UNESCO UNICEF US USA USB USD USSR UT UV VA VAT VHS VIP VT WA WHO WI WTO WV WWF WWI
    WWII WY YMCA YWCA
    """.split()
)
"""What everybody knows, and the postal codes of the states of the USA, added by hand."""


def counts(shared: Path) -> tuple[Counter[str], Counter[str]]:
    """In how many articles each acronym stands, and in how many of them it is expanded."""
    used, expanded = Counter[str](), Counter[str]()
    for document in documents(shared):
        found = acronyms(document)
        expansions = Expansions(document)
        used.update(found.keys())
        expanded.update(name for name in found if expansions.expands(name))
    return used, expanded


def documents(shared: Path) -> Iterator[Document]:
    """The articles that tables are made from."""
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            text = plain(article.title, article.paragraphs)
            yield Document.from_layout(text, read(text))


def main(shared: Path) -> None:
    """Writes the table."""
    used, expanded = counts(shared)
    known = {
        name
        for name, times in used.items()
        if times >= FEWEST and expanded[name] <= MOST_EXPANDED * times
    }
    table = sorted(known | COMPUTING | EVERYDAY)
    OUTPUT.write_text("\n".join(table) + "\n", encoding="utf-8")
    print(f"{len(used)} acronyms, {len(known)} known, {len(table)} in the table")
    print(digest(OUTPUT))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
