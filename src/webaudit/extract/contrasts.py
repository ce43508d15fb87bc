"""The verdicts on the contrasts of a page's texts, whatever ratio is asked."""

from collections.abc import Iterator

from webaudit.extract.cascade import styles
from webaudit.extract.colour import contrast
from webaudit.extract.legible import looks
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.page import Page


def contrasts(page: Page, least: float, least_of_large: float, *, code: str) -> Iterator[Verdict]:
    """One for each look of texts, or that nobody can tell.

    Args:
        least: contrast that is asked, to 1.
        least_of_large: likewise, of large letters.
        code: of what has less.
    """
    if not styles(page).whole:
        yield cant_tell(None, "sheet-unread", "a style sheet of the page was not captured")
        return
    for text in looks(page):
        look = text.look
        asked = least if look.large is False else least_of_large
        decided = look.decided(asked)
        if decided is None:
            yield cant_tell(text.element, "background-unknown", "what lies behind the text is not certain")
            continue
        ink, ground = decided
        ratio = contrast(ink, ground)
        if look.large is None and asked <= ratio < least:
            yield cant_tell(text.element, "size-unknown", "how large the text is shown is not certain")
        elif ratio >= asked:
            yield passed(text.element)
        else:
            yield failed(
                text.element,
                code,
                "contrast {ratio} to 1, of {ink} on {ground}; {least} is asked",
                ratio=f"{ratio:.2f}",
                ink=str(ink),
                ground=str(ground),
                least=f"{asked:g}",
            )
