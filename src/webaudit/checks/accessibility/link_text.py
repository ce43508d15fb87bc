"""Check `link-text`."""

from collections.abc import Iterator
from itertools import islice

from webaudit.extract.link_words import link_words
from webaudit.extract.role import roles_of
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary import vague_links

_SAYS_MORE = ("aria-label", "aria-labelledby", "aria-describedby", "title")
_SHOWN = ("img", "svg")
_MOST_LINKS = 500


@check(
    id="link-text",
    title="Each link says by its own text where it leads",
    category=Category.ACCESSIBILITY,
    severity=Severity.MINOR,
    sources=(wcag.SC_2_4_9, act.AIZYF1),
    remedy="Let the link itself say where it leads: “Requirements for a building permit” for “read more”. "
    "In WordPress: the words of “read more” are in the settings of the theme, under Appearance, Customize.",
    since="0.3.0",
    advisory=True,
)
def link_text(page: Page) -> Iterator[Verdict]:
    """In the list of links that a screen reader offers, a link stands alone, without the text around it.

    Level AAA of WCAG asks that it is clear even there; link-purpose is content with what stands around.

    Target: each link that has a text alone; the first 500 of a page.
    Expectation: the text is none of those that say nothing of where a link leads (“click here”,
        “selengkapnya”).
    Limits: whether another text is clear is left to people.

    Passed:
        ```html
        <p><a href="/syarat">Syarat izin usaha</a></p>
        ```

    Failed (link-text-vague):
        ```html
        <p>Syarat izin usaha: <a href="/syarat">selengkapnya</a></p>
        ```
    """
    roles, vague = roles_of(page, "a"), vague_links()
    for link, said in islice(link_words(page).items(), _MOST_LINKS):
        if not said or roles.get(link) != "link":
            continue
        if said not in vague or any(link.get(name) for name in _SAYS_MORE):
            yield passed(link)
        elif len(link) == 0 or next(link.iter(*_SHOWN), None) is None:
            message = "the link says “{text}”, which tells nothing of where it leads"
            yield failed(link, "link-text-vague", message, text=said)
