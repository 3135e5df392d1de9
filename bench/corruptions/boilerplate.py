"""What web pages and chat assistants leave in the text of an article.

The lines are written for the bench, in the words of many kinds of sites, without a look at the
table of phrases that the rules use: some of them are in it, some in other words, some not at all.
"""

import random
from collections.abc import Callable, Sequence
from itertools import pairwise

from copydesk import BlockKind, Document

from bench.corruptions import Damage, corruption

_SITES = "The Daily Courier|Coast Weekly|BAY NEWS|Northern Star|The Register-Mail|MetroNow".split(
    "|"
)
_PEOPLE = "Ana Ruiz|Tom Becker|Priya Nair|Liam O’Shea|Grace Okafor|Jens Holm".split("|")
_AGENCIES = "AP|Getty Images|AFP/Getty Images|Reuters|EPA".split("|")
_TOPICS = "politics|business|climate|health|science|the economy".split("|")
_NETWORKS = "Facebook|Twitter|LinkedIn|WhatsApp|Pinterest|Reddit|Email".split("|")
_SECTIONS = (
    "Home|News|World|Politics|Business|Tech|Sport|Opinion|Culture|Travel|Video|Weather".split("|")
)

_ADVERTS = (
    "Advertisement",
    "ADVERTISEMENT",
    "- Advertisement -",
    "Advertisement · Scroll to continue",
    "Story continues below advertisement",
    "Article continues below this ad",
    "Article continues after advertisement",
    "CONTINUE READING BELOW",
    "Story Continued Below",
    "Advertisement - story continues below",
    "The story continues after the advert",
    "SKIP ADVERTISEMENT",
    "Sponsored Content",
    "Ad feedback",
    "This advertisement has not loaded yet, but your article continues below.",
    "Continue reading the main story",
)
_PROMPTS = (
    "Sign up for the {site} newsletter",
    "Sign up for our free weekly {topic} newsletter",
    "Subscribe to our newsletter",
    "Get the day’s top stories in your inbox every morning.",
    "Get {topic} news delivered to your inbox. By signing up, you agree to our Privacy Policy.",
    "Want more {topic} news in your inbox? Sign up here.",
    "CLICK HERE TO GET THE {site} APP",
    "Download the {site} app for breaking news alerts",
    "Click here to subscribe to {site}.",
    "Already a subscriber? Log in",
    "You have 2 free articles remaining this month.",
    "Enjoying this story? Support {site} with a donation today.",
    "Support independent journalism. Become a member of {site}.",
    "Thank you for signing up!",
    "Enter your email to receive updates about {topic}",
    "{site} is free because of readers like you. Donate now.",
    "Unlock this article for $1 a week",
)
_MEDIA = (
    "Enlarge this image toggle caption {person}/{agency} {person}/{agency}",
    "Enlarge / {person}",
    "Image copyright {agency}",
    "Image source, {agency} Image caption, {person} on the way to court",
    "Media playback is not supported on this device",
    "Slideshow ( {number} images )",
    "View gallery",
    "Photo 1 of {number}",
    "Play Video",
    "Hide caption toggle caption {person}/{agency}",
    "Video: {person} explains Watch again",
    "This video is no longer available.",
    "Listen to this article {number} min",
    "Click to expand",
    "Open image in gallery",
)
_NOTICES = (
    "This website uses cookies to ensure you get the best experience.",
    "We use cookies to personalise content and ads, and to analyse our traffic.",
    "By continuing to use this site you agree to our use of cookies.",
    "Please enable JavaScript to view the comments powered by Disqus.",
    "Your browser does not support the audio element.",
    "Loading...",
    "JavaScript is not available.",
    "Please disable your ad blocker to continue.",
    "This article is more than {number} years old",
    "Accept all cookies",
    "We’ve detected unusual activity from your computer network",
)
_COMMENTS = (
    "Leave a comment",
    "Leave a Reply Cancel reply",
    "{number} Comments",
    "Your email address will not be published. Required fields are marked *",
    "Join the conversation",
    "View comments ({number})",
    "{number}k Shares",
    "Share this article",
    "Share on Facebook Share on Twitter",
    "Share this: Click to share on Twitter (Opens in new window)",
    "Follow us on Twitter and Facebook",
    "Follow @{handle}",
    "Was this article helpful?",
    "Be the first to comment",
    "Print this page",
    "Sorry, comments are closed for this item.",
    "What do you think? Have your say below",
)
_MENUS = (
    "Skip to main content",
    "Back to top",
    "You are here: Home » News",
    "Toggle navigation",
    "Recent Posts",
    "Older posts",
    "Filed under: {topic}",
    "Posted in {topic}",
    "Previous article Next article",
    "Related Posts",
    "Read More",
    "More from {site}",
)
_RIGHTS = (
    "Copyright 2019 {site}. All rights reserved.",
    "© 2021 {site}",
    "© 2020 {agency}. All rights reserved. This material may not be published or redistributed.",
    "All rights reserved.",
    "The post What we know so far appeared first on {site}.",
    "Reprinted from {site} with permission.",
    "(c) {site} 2018",
    "This story was first published in {site} and may not be reproduced without permission.",
)
_TEASERS = (
    "Read more: Ten Things to Know About the New Train Line",
    "READ MORE: {person} Steps Down as Head of Port Authority",
    "RELATED: What the Budget Means for Small Farms and Vineyards",
    "Also read: Storm closes mountain passes",
    "More on this story",
    "Read next: How the old tram depot became a theatre",
    "WATCH: {person} Tells Her Side of the Story for the First Time",
    "You may also like",
    "Don’t miss: The Best Beaches for Families This Summer",
    "SEE ALSO: Zoo Welcomes Its First Pair of Red Pandas",
    "[Read: Why the Last Whaling Station Closed]",
    "PHOTOS: Snow Turns the Old Town Into a Fairy Tale",
    "» Port Workers Vote to End Their Longest Strike",
    "Recommended for you",
    "(Also on {site}: a new bridge for the valley)",
)
_ASSISTANT_OPENINGS = (
    "Certainly! Here is a 600-word article about {topic}:",
    "Sure! Here's a rewritten version of the article:",
    "Sure, here is the revised draft of your article on {topic}:",
    "Of course! Here’s a polished version of your text:",
    "Here's a rewritten version of your article with a more engaging tone:",
    "Absolutely! Below is a summary of the main points.",
    "As an AI language model, I do not have access to current events.",
    "I'm sorry, but I cannot assist with that request.",
    "Write a 500-word news article about {topic}.",
    "Here is the paragraph with simpler wording:",
    "I can definitely help with that. Here's a draft:",
)
_ASSISTANT_CLOSINGS = (
    "Let me know if you'd like any changes or additions!",
    "Would you like me to adjust the tone or length?",
    "Regenerate response",
    "If you'd like, I can also create a shorter version for social media.",
    "Is this conversation helpful so far?",
    "ChatGPT can make mistakes. Check important info.",
    "As of my last knowledge update in September 2021, no further details were known.",
    "Note: This response was generated based on information available up to 2023.",
)
_CITATIONS = (
    "turn0search{number}",
    "citeturn0search{number}turn1news2",
    ":contentReference[oaicite:{number}]{{index={number}}}",
    "\ue200cite\ue202turn0search{number}\ue201",
)


def _filled(line: str, chance: random.Random) -> str:
    return line.format(
        site=chance.choice(_SITES),
        person=chance.choice(_PEOPLE),
        agency=chance.choice(_AGENCIES),
        topic=chance.choice(_TOPICS),
        number=chance.randint(2, 9),
        handle=chance.choice(_PEOPLE).replace(" ", "").replace("’", ""),
    )


def _gaps(document: Document) -> list[int]:
    """Where in the source one paragraph ends and another follows."""
    blocks = document.prose
    return [
        one.span.end
        for one, other in pairwise(blocks)
        if one.kind is other.kind is BlockKind.PARAGRAPH and one.text.endswith((".", "”", '"'))
    ]


def _as_paragraph(document: Document, line: str, chance: random.Random) -> Damage | None:
    gaps = _gaps(document)
    at = chance.choice(gaps) if gaps else 0
    return Damage(at, at, f"\n\n{line}") if gaps else None


def _at_end_of_paragraph(document: Document, line: str, chance: random.Random) -> Damage | None:
    gaps = _gaps(document)
    at = chance.choice(gaps) if gaps else 0
    return Damage(at, at, f" {line}") if gaps else None


def _line(lines: Sequence[str]) -> Callable[[Document, random.Random], Damage | None]:
    """Puts a line of the list between two paragraphs."""

    def damage(document: Document, chance: random.Random) -> Damage | None:
        return _as_paragraph(document, _filled(chance.choice(lines), chance), chance)

    return damage


_advert_line = corruption("the mark of an advert between paragraphs", "advert-marker")(
    _line(_ADVERTS)
)
_prompt_line = corruption("a call to subscribe or click between paragraphs", "sign-up-prompt")(
    _line(_PROMPTS)
)
_media_line = corruption("the controls of a picture or player", "media-widget", "page-notice")(
    _line(_MEDIA)
)
_notice_line = corruption("a message of the page to visitors", "page-notice")(_line(_NOTICES))
_comment_line = corruption("words of a comment form or share counter", "share-widget")(
    _line(_COMMENTS)
)
_menu_line = corruption(
    "a line of a menu or of page links", "navigation-run", "teaser-line", "share-widget"
)(_line(_MENUS))
_rights_line = corruption("a notice of rights between paragraphs", "reprint-line")(_line(_RIGHTS))
_teaser_line = corruption("a labelled link to another story", "teaser-line", "inserted-headline")(
    _line(_TEASERS)
)


@corruption("the mark of an advert at the end of a paragraph", "advert-marker")
def advert_at_end(document: Document, chance: random.Random) -> Damage | None:
    """Glues the mark to the last sentence."""
    return _at_end_of_paragraph(document, _filled(chance.choice(_ADVERTS), chance), chance)


@corruption("a call to subscribe at the end of a paragraph", "sign-up-prompt")
def prompt_at_end(document: Document, chance: random.Random) -> Damage | None:
    """Glues the call to the last sentence."""
    return _at_end_of_paragraph(document, _filled(chance.choice(_PROMPTS), chance), chance)


@corruption("a row of share buttons", "share-widget")
def share_buttons(document: Document, chance: random.Random) -> Damage | None:
    """Puts the names of some buttons on one line."""
    buttons: list[str] = chance.sample(_NETWORKS, chance.randint(2, 5))
    if chance.random() < 0.4:
        buttons.insert(0, chance.choice(("Share", "Share this", f"{chance.randint(2, 90)} SHARES")))
    return _as_paragraph(document, " ".join(buttons), chance)


@corruption("a menu on one line", "navigation-run")
def menu(document: Document, chance: random.Random) -> Damage | None:
    """Puts the names of some sections on one line."""
    sections = chance.sample(_SECTIONS, chance.randint(4, 8))
    return _as_paragraph(document, chance.choice((" | ", " ", " · ", " / ")).join(sections), chance)


@corruption("a menu of one line each", "navigation-run")
def vertical_menu(document: Document, chance: random.Random) -> Damage | None:
    """Puts the names of some sections below one another."""
    sections = chance.sample(_SECTIONS, chance.randint(4, 8))
    return _as_paragraph(document, "\n\n".join(sections), chance)


@corruption("the preamble of a chat assistant", "assistant-residue")
def assistant_opening(document: Document, chance: random.Random) -> Damage | None:
    """Puts it before the first paragraph."""
    first = next((b for b in document.prose if b.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return None
    line = _filled(chance.choice(_ASSISTANT_OPENINGS), chance)
    return Damage(first.span.start, first.span.start, f"{line}\n\n")


@corruption("the closing words of a chat assistant", "assistant-residue")
def assistant_closing(document: Document, chance: random.Random) -> Damage | None:
    """Puts them at the end."""
    if not document.prose:
        return None
    end = document.prose[-1].span.end
    return Damage(end, end, f"\n\n{_filled(chance.choice(_ASSISTANT_CLOSINGS), chance)}")


@corruption("the mark of a citation by a chat assistant", "assistant-residue")
def assistant_citation(document: Document, chance: random.Random) -> Damage | None:
    """Puts it behind a paragraph."""
    gaps = _gaps(document)
    at = chance.choice(gaps) if gaps else 0
    mark = _filled(chance.choice(_CITATIONS), chance)
    return Damage(at, at, chance.choice(("", " ")) + mark) if gaps else None
