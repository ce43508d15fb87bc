"""The verdicts on text that a box cuts off when a browser shows the page in another way."""

from collections.abc import Iterator

from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered


def cut_off(rendered: Rendered, script: str, *, code: str, message: str, maybe: str) -> Iterator[Verdict]:
    """One for each box that cuts off text, or for the page where none does.

    Args:
        script: that measured it.
        code: of what is cut off; of what may be shown elsewhere it ends in "-maybe".
        message: with {text}.
        maybe: likewise.
    """
    for page in rendered.seen:
        rows = page.rows(script)
        cut = [row for row in rows if row.get("xpath")]
        for row in cut:
            here, text = page.locate(row), str(row.get("text"))
            if row.get("way"):
                yield cant_tell(here, f"{code}-maybe", maybe, text=text)
            else:
                yield failed(here, code, message, text=text)
        if not cut and rows and rows[0].get("looked"):
            yield passed(page.locate())
