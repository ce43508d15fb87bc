"""Check `rendered-contrast`."""

from collections.abc import Iterator

from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Verdict, cant_tell, failed, passed
from webaudit.model.rendered import Rendered, Row
from webaudit.standards import act, wcag


@check(
    id="rendered-contrast",
    title="Placeholders, text on gradients and text in focus stand out",
    category=Category.ACCESSIBILITY,
    severity=Severity.SERIOUS,
    sources=(wcag.SC_1_4_3, act.AFW4F7),
    remedy="Choose a darker colour for the text, or a plainer ground: 4.5 to 1, for large letters 3 to "
    "1. In WordPress: Appearance, Customize, Colors; for placeholders Additional CSS: "
    "::placeholder, color: #595959.",
    since="0.3.0",
)
def rendered_contrast(rendered: Rendered) -> Iterator[Verdict]:
    """Grey on white, or white on a bright gradient, is lost in the sun and to whoever sees little.

    Tools look at text on plain grounds; these are the places that they leave out.

    Target: each placeholder that is shown, each text on a gradient of solid colours, and each place whose
        colours change when the keyboard is on it.
    Expectation: the best contrast with any colour behind it is at least 4.5 to 1, for large letters 3 to 1.
    Limits: pictures, shadows and what is seen through are not measured: a placeholder there is undecided, and
        other text is left to axe.

    Passed:
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"state_contrast": [
             {"xpath": "/html/body/input", "markup": "<input>", "kind": "placeholder",
              "ratio": 7.0, "least": 4.5, "colours": 1}]}}]}}
        ```

    Failed (placeholder-faint, gradient-faint):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"state_contrast": [
             {"xpath": "/html/body/input", "markup": "<input>", "kind": "placeholder",
              "ratio": 2.1, "least": 4.5, "colours": 1}]}}]}}
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"state_contrast": [
             {"xpath": "/html/body/div", "markup": "<div>Jadwal", "kind": "gradient",
              "ratio": 1.9, "least": 4.5, "colours": 2}]}}]}}
        ```

    Failed (focus-faint):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"focus_order": [
             {"xpath": "/html/body/a", "markup": "<a>Layanan", "ratio": 1.4, "plain": 8.0,
              "least": 4.5}]}}]}}
        ```

    CantTell (placeholder-unmeasured):
        ```json
        {"rendered": {"pages": [{"url": "https://dinas.example/", "facts": {"state_contrast": [
             {"xpath": "/html/body/input", "markup": "<input>", "kind": "placeholder",
              "ratio": null, "least": 4.5, "colours": 1}]}}]}}
        ```
    """
    for page in rendered.seen:
        for row in page.rows("state_contrast"):
            ratio, least, here = _number(row, "ratio"), _number(row, "least"), page.locate(row)
            if not ratio:
                yield cant_tell(
                    here, "placeholder-unmeasured", "what lies behind the placeholder is not known"
                )
            elif ratio >= least:
                yield passed(here)
            elif row.get("kind") == "placeholder":
                message = "the contrast of the placeholder is {ratio}; {least} is asked"
                yield failed(here, "placeholder-faint", message, ratio=ratio, least=least)
            else:
                message = "the contrast with the gradient is {ratio} at best; {least} is asked"
                yield failed(here, "gradient-faint", message, ratio=ratio, least=least)
        for row in page.rows("focus_order"):
            ratio, plain, least = (_number(row, name) for name in ("ratio", "plain", "least"))
            # What is faint without the focus is told by others.
            if ratio and ratio != plain and plain >= least:
                if ratio >= least:
                    yield passed(page.locate(row))
                else:
                    message = "with the keyboard on it its contrast is {ratio}; {least} is asked"
                    yield failed(page.locate(row), "focus-faint", message, ratio=ratio, least=least)


def _number(row: Row, name: str) -> float:
    """What was measured; 0 if it could not be."""
    value = row.get(name)
    return value if isinstance(value, int | float) else 0
