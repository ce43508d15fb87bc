"""Check `language-valid`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, failed, passed
from webaudit.model.page import Page
from webaudit.standards import act, wcag
from webaudit.vocabulary.subtags import is_language


@check(
    id="language-valid",
    title="The language that a page declares exists",
    category=Category.ACCESSIBILITY,
    severity=Severity.MODERATE,
    sources=(wcag.SC_3_1_1, act.BF051A),
    remedy='Write the code of the language on the root element, <html lang="id"> for Indonesian. In '
    "WordPress: choose it under Settings, General, Site Language; if that changes nothing, ask "
    "whoever made the theme.",
    since="0.2.0",
    sole_target=True,
)
def language_valid(page: Page) -> Iterator[Verdict]:
    """A code that no list of languages knows tells a screen reader as little as none.

    It is read aloud in whatever voice the listener's device happens to use.

    Target: the root element of each captured page, if its `lang` attribute holds more than white space.
    Expectation: the value begins with a language of the IANA registry (`id`, `en-US`, `jv`).
    Limits: whether it is the right language is left to people.

    Passed:
        ```html
        <html lang="id-ID"><title>Dinas Kesehatan</title></html>
        ```

    Failed:
        ```html
        <html lang="indonesia"><title>Dinas Kesehatan</title></html>
        ```
    """
    language = page.root.get("lang", "").strip()
    if not language:
        return
    if is_language(language):
        yield passed(page.root)
    else:
        yield failed(
            page.root,
            "language-unknown",
            "the declared language “{language}” does not exist",
            language=language[:40],
        )
