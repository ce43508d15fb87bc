"""`webaudit validate`: is the list of sites in order?"""

import sys
from pathlib import Path

import typer

from webaudit.cli import options


def validate(
    sites: options.Sites = Path("sites.yaml"), lang: options.Lang = "id", quiet: options.Quiet = False
) -> None:
    """Check a list of sites and name every mistake with its line; exits with 2 if there is one.

    Examples:
      webaudit validate sites.yaml
    """
    from webaudit.cli import outcome
    from webaudit.store.sites import read_sites

    words = outcome.words(lang)
    listed = read_sites(sites)
    bad = [site for site in listed.sites if site.problem]
    for line in (*listed.warnings, *(site.problem for site in bad)):
        print(words.say(line), file=sys.stderr)
    if bad:
        raise typer.Exit(2)
    if not quiet:
        print(words("{file}: {count} sites, all in order.", file=sites, count=len(listed.sites)))
