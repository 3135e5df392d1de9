"""Says what was found, how sure that is, and what the evidence is."""

from copydesk.reporters._article import Article, Numbered
from copydesk.reporters._elements import Html, element
from copydesk.reporters._excerpt import beginning


def note(article: Article, numbered: Numbered) -> Html:
    """The note on a finding."""
    number, finding = numbered
    sure = "" if finding.confidence is None else f"{finding.confidence:.0%} sure"
    back = element(
        "a",
        str(number),
        class_="sign",
        href=f"#{article.mark(number)}",
        aria_label=f"finding {number}: its place in the text",
    )
    head = element(
        "p",
        back,
        element("strong", str(finding.severity)),
        element("code", finding.rule),
        element("span", article.position(finding.span.start), class_="position"),
        element("span", sure) if sure else Html(),
        class_="head",
    )
    evidence = [_evidence(article, numbered, index) for index in range(len(finding.related))]
    return element(
        "li",
        head,
        element("p", finding.message, dir="auto"),
        element("ul", *evidence, role="list") if evidence else Html(),
        class_=f"note {finding.severity}",
        id=article.note(number),
        tabindex=-1,
        data_finding=article.note(number),
    )


def _evidence(article: Article, numbered: Numbered, index: int) -> Html:
    number, related = numbered.number, numbered.finding.related[index]
    there = element(
        "a",
        f"{number}.{index + 1}",
        class_="sign",
        href=f"#{article.evidence_mark(number, index + 1)}",
        aria_label=f"evidence {index + 1} for finding {number}: its place in the text",
    )
    excerpt = beginning(article.document.source, related.span)
    quoted = f": “{excerpt}”" if excerpt else ""
    position = element("span", article.position(related.span.start), class_="position")
    return element(
        "li",
        there,
        element("span", related.message, quoted, " ", position, dir="auto"),
        id=article.evidence(number, index + 1),
    )
