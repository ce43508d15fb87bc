"""`webaudit validate`: is the list of sites in order, and are the sites?"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked

if TYPE_CHECKING:
    from webaudit.locales import Words
    from webaudit.model.site import SiteList
    from webaudit.pipeline.settings import Settings


def validate(
    sites: options.Sites = Path("sites.yaml"),
    online: Annotated[
        bool,
        typer.Option(
            "--online",
            help=marked(
                "Ask each site's start address and robots.txt too; "
                "the options that follow have to do with that alone."
            ),
        ),
    ] = False,
    json: Annotated[
        str | None,
        typer.Option(
            "--json", metavar="FILE|-", help=marked("Write what was noted as JSON; - is standard output.")
        ),
    ] = None,
    max_pages: options.MaxPages = None,
    rate: options.Rate = None,
    rate_per_address: options.RatePerAddress = 4.0,
    allow_private: options.AllowPrivate = False,
    resolve: options.Resolve = None,
    ca_bundle: options.CaBundle = None,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Check a list of sites and name every mistake with its line; exits with 2 if there is one.

    With --online every site is asked a few times, too, before an audit or an
    award: which are dead, moved, listed twice or closed to us, and how long
    an audit takes. What is found there is no error, and a bad entry is but
    one thing found: the exit code is 0 whenever the list can be read.

    Examples:
      webaudit validate sites.yaml

      webaudit validate sites.yaml --online

      webaudit validate sites.yaml --online --json before.json
    """
    from webaudit.cli import outcome, outputs
    from webaudit.model.errors import Message, SettingError
    from webaudit.store.sites import read_sites

    words = outcome.words(lang)
    if json is not None and not online:
        raise SettingError(Message("--json {file}: there is nothing to write without --online", file=json))
    outputs.check_json(json)
    listed = read_sites(sites)
    if online:
        settings = outcome.settings(
            words,
            max_pages=max_pages,
            rate=rate,
            rate_per_address=rate_per_address,
            allow_private=allow_private,
            resolve=resolve,
            ca_bundle=ca_bundle,
            quiet=quiet,
        )
        _online(listed, settings, words, json=json, quiet=quiet)
        return
    bad = [site for site in listed.sites if site.problem]
    for line in (*listed.warnings, *(site.problem for site in bad)):
        print(words.say(line), file=sys.stderr)
    if bad:
        raise typer.Exit(2)
    if not quiet:
        print(words("{file}: {count} sites, all in order.", file=sites, count=len(listed.sites)))


def _online(
    listed: "SiteList", settings: "Settings", words: "Words", *, json: str | None, quiet: bool
) -> None:
    """Looks at every site, and prints what needs attention."""
    from functools import partial

    from webaudit.cli import outcome, outputs
    from webaudit.cli.progress import Progress
    from webaudit.pipeline import preflight
    from webaudit.render import preflight as told

    plans = preflight.plans(listed, settings)
    with Progress(words, plans, quiet=quiet) as progress:
        seen = preflight.look(plans, tell=progress.tell)
    for line in listed.warnings:
        print(words.say(line), file=sys.stderr)
    outputs.write_json(json, partial(told.render_json, seen, words))
    if quiet:
        for line in told.troubles(seen, words):
            print(line, file=sys.stderr)
    elif json != "-":
        told.render(seen, words, outcome.console(sys.stdout))
