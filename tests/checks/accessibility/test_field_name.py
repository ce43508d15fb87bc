"""`field-name`: what to write in a field is told to who cannot see the form."""

import pytest

from tests.evidence import page
from webaudit.checks.accessibility.field_name import field_name
from webaudit.model.finding import Outcome

P, F, C = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL


@pytest.mark.parametrize(
    ("html", "outcomes"),
    [
        pytest.param("<label for=n>Nama</label><input id=n>", [P], id="a label that is tied"),
        pytest.param("<label>Nama <input></label>", [P], id="a label around"),
        pytest.param(
            "<label><span>Nama</span> <span><input></span></label>", [P], id="around, with elements between"
        ),
        pytest.param("Nama <input>", [F], id="text beside is no label"),
        pytest.param("<label>Nama</label> <input id=n>", [F], id="a label that is not tied"),
        pytest.param("<label for=n></label><input id=n>", [F], id="an empty label"),
        pytest.param("<label><input></label>", [F], id="an empty label around"),
        pytest.param("<label for=x>Nama <input></label>", [F], id="a label around that is tied to another"),
        pytest.param("<label>Nama <input type=hidden><input></label>", [P], id="a hidden one before it"),
        pytest.param("<label>Nama <input><input></label>", [P, F], id="a label is for the first"),
        pytest.param(
            '<label for=n style="display:none">Nama</label><input id=n>',
            [P],
            id="a hidden label names all the same",
        ),
        pytest.param(
            '<input aria-label="Nama"><input title="Nama"><input placeholder="Nama">',
            [P, P, P],
            id="attributes",
        ),
        pytest.param('<p id=l>Nama</p><input aria-labelledby="l">', [P], id="aria-labelledby"),
        pytest.param('<p id=l></p><input aria-labelledby="l">', [F], id="an empty label by reference"),
        pytest.param('<input aria-labelledby="a" id=a>', [F], id="in a circle"),
        pytest.param('<input value="Nama">', [F], id="a value is no name"),
        pytest.param("<select><option>Pilih</option></select><select multiple></select>", [F, F], id="lists"),
        pytest.param(
            "<label>Kota <select><option>Bandung</option></select></label>", [P], id="a labelled list"
        ),
        pytest.param(
            "<label><select><option>Bandung</option></select></label>",
            [F],
            id="its own options do not label it",
        ),
        pytest.param(
            '<textarea></textarea><textarea placeholder="Pesan"></textarea>', [F, P], id="text areas"
        ),
        pytest.param(
            "<input type=hidden><input type=submit><input type=button><input type=image>",
            [],
            id="hidden or buttons",
        ),
        pytest.param(
            '<input type=date><input type=file aria-label="Berkas"><input type=password>',
            [F, P, F],
            id="types without a role",
        ),
        pytest.param("<form><input type=checkbox><input type=radio></form>", [F, F], id="boxes"),
        pytest.param(
            '<div role="textbox" contenteditable></div><div role="switch" aria-checked=false>Gelap</div>',
            [F, P],
            id="by role",
        ),
        pytest.param(
            '<div role="textbox" contenteditable>Nama</div>', [F], id="what is written in it does not name it"
        ),
        pytest.param("<input disabled>", [F], id="disabled, but told"),
        pytest.param(
            '<input hidden><p style="display:none"><input></p><input aria-hidden="true" tabindex=-1>',
            [],
            id="hidden",
        ),
        pytest.param('<select role="none" disabled></select>', [], id="marked as nothing"),
        pytest.param('<select role="none"></select>', [F], id="marked as nothing, but operated"),
        pytest.param('<input role="button">', [], id="a button"),
        pytest.param('<input :placeholder="t">', [C], id="a script may write"),
        pytest.param(
            '<form role="search"><label><span class="screen-reader-text">Cari untuk:</span>'
            '<input type="search" class="search-field" placeholder="Cari &hellip;" name="s">'
            '</label><input type="submit" value="Cari"></form>',
            [P],
            id="WordPress search",
        ),
        pytest.param(
            '<div class="elementor-field-group">'
            '<label for="form-field-name" class="elementor-screen-only">Nama</label>'
            '<input type="text" name="form_fields[name]" id="form-field-name"></div>',
            [P],
            id="Elementor field",
        ),
        pytest.param(
            '<p class="et_pb_contact_field">'
            '<label for="et_pb_contact_name_0" class="et_pb_contact_form_label">Nama</label>'
            '<input type="text" id="et_pb_contact_name_0" placeholder="Nama"></p>',
            [P],
            id="Divi field",
        ),
        pytest.param(
            '<div class="input-group"><span class="input-group-text">@</span>'
            '<input class="form-control"></div>',
            [F],
            id="Bootstrap group",
        ),
        pytest.param(
            '<div class="form-floating"><input type="email" id="e" class="form-control">'
            '<label for="e">Surel</label></div>',
            [P],
            id="Bootstrap floating label",
        ),
        pytest.param(
            '<link rel=stylesheet href=a.css><input type="checkbox" id="menu">'
            '<label for="menu"><span></span></label>',
            [],
            id="a switch of a style sheet",
        ),
        pytest.param(
            '<link rel=stylesheet href=a.css><form><input type="checkbox"></form>', [F], id="a box in a form"
        ),
        pytest.param(
            '<link rel=stylesheet href=a.css><input type="checkbox" form="f"><form id=f></form>',
            [F],
            id="a box of a form elsewhere",
        ),
        pytest.param(
            '<textarea id="g-recaptcha-response" style="width: 250px; display: none;"></textarea>',
            [],
            id="a hidden answer",
        ),
    ],
)
def test_outcomes(html: str, outcomes: list[Outcome]) -> None:
    """Each field that is not hidden is a target, and passes with a name."""
    assert [verdict.outcome for verdict in field_name(page(html))] == outcomes
