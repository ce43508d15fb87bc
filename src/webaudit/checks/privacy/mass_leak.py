"""Check `mass-leak`."""

from collections.abc import Iterator

from webaudit.extract.identity_numbers import identity_numbers
from webaudit.extract.telephones import MANY as MANY_TELEPHONES
from webaudit.extract.telephones import mobile_numbers
from webaudit.model.check import Category, Severity, check
from webaudit.model.finding import Location, Verdict, cant_tell, failed, passed
from webaudit.model.page import Page
from webaudit.standards import indonesia

MANY = 5
"""Different numbers on one page: an example in a guide, or two in a decree, are no list of citizens."""

_CHARACTERS = 50_000
"""Of a page's text that are looked through for telephones."""


@check(
    id="mass-leak",
    title="No list of citizens with their identity numbers lies open",
    category=Category.PRIVACY,
    severity=Severity.CRITICAL,
    sources=(indonesia.UU_27_2022,),
    remedy="Take the list off the site at once, and the file with it; ask search engines to forget it "
    "(Search Console, Removals), and tell the officer for data protection: the law gives three "
    "days to tell those concerned. Publish such lists with the last digits masked.",
    since="0.3.0",
    sole_target=True,
)
def mass_leak(page: Page) -> Iterator[Verdict]:
    """With a name and a NIK loans are taken, numbers are registered, help is collected in another's name.

    Target: each captured page.
    Expectation: it shows fewer than five different numbers that can be those of citizens: sixteen digits that
        hold a province, a district and a day of birth.
    Limits: what stands in images is not read, and files are for `leaked-files`. Where two to four are seen,
        or very many numbers of mobile telephones, a person must look. No number is kept: a finding tells how
        many there are, and one of them masked.

    Passed:
        ```html
        <p>NIK terdiri atas 16 digit, misalnya 3273010101900001.</p>
        ```

    Failed (identity-numbers):
        ```html
        <table><tr><td>Ani</td><td>3273014101900001</td></tr><tr><td>Budi</td><td>3273010202910002</td></tr>
        <tr><td>Cici</td><td>3273014303920003</td></tr><tr><td>Dedi</td><td>3273010404930004</td></tr>
        <tr><td>Euis</td><td>3273014505940005</td></tr></table>
        ```

    CantTell (few-numbers):
        ```html
        <p>Ani, NIK 3273014101900001. Budi, NIK 3273010202910002.</p>
        ```

    CantTell (telephones):
        ```html
        <p>081200000010 081200000011 081200000012 081200000013 081200000014 081200000015 081200000016
        081200000017 081200000018 081200000019 081200000020 081200000021 081200000022 081200000023
        081200000024 081200000025 081200000026 081200000027 081200000028 081200000029 081200000030
        081200000031 081200000032 081200000033 081200000034 081200000035 081200000036 081200000037
        081200000038 081200000039 081200000040 081200000041 081200000042 081200000043 081200000044
        081200000045 081200000046 081200000047 081200000048 081200000049 081200000050 081200000051
        081200000052 081200000053 081200000054 081200000055 081200000056 081200000057 081200000058
        081200000059</p>
        ```
    """
    found = identity_numbers(page.reading.text)
    # The place is the page alone: a piece of it would show what must not be shown.
    here = Location(page.url, evidence=page.reading.digest)
    if found.count >= MANY:
        message = "{count} numbers that can be NIK of citizens stand on the page, such as {example}"
        yield failed(here, "identity-numbers", message, count=found.count, example=found.example)
    elif found.count > 1:
        message = "{count} numbers that can be NIK of citizens stand on the page, such as {example}"
        yield cant_tell(here, "few-numbers", message, count=found.count, example=found.example)
    elif (telephones := mobile_numbers(page.reading.text[:_CHARACTERS])) >= MANY_TELEPHONES:
        message = "{count} numbers of mobile telephones stand on the page; whether of citizens is unknown"
        yield cant_tell(here, "telephones", message, count=telephones)
    else:
        yield passed(page.root)
