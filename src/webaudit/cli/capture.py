"""`webaudit capture`: bring home the evidence, judge later."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from webaudit.cli import options

if TYPE_CHECKING:
    from webaudit.locales import Words
    from webaudit.pipeline.settings import Settings
    from webaudit.store.run import RunFolder


def capture(
    sites: options.Sites = Path("sites.yaml"),
    run: options.RunFolder = None,
    only: options.Only = None,
    tag: options.Tag = None,
    max_pages: options.MaxPages = None,
    rate: options.Rate = None,
    rate_per_address: options.RatePerAddress = 4.0,
    jobs: options.Jobs = 1,
    shard: options.ShardOption = "1/1",
    deadline: options.Deadline = None,
    allow_private: options.AllowPrivate = False,
    resolve: options.Resolve = None,
    ca_bundle: options.CaBundle = None,
    browser: options.Browser = False,
    chromium: options.Chromium = "",
    resolver: options.Resolver = None,
    strict: options.Strict = False,
    resume: options.Resume = None,
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Capture the evidence on all sites of a list into a run's folder.

    Examples:
      webaudit capture sites.yaml --run runs/award-2026

      webaudit capture --shard 1/3 --run part-1
    """
    from webaudit.cli import outcome

    words = outcome.words(lang)
    settings = outcome.settings(
        words,
        max_pages=max_pages,
        rate=rate,
        rate_per_address=rate_per_address,
        jobs=jobs,
        shard=shard,
        deadline=deadline,
        allow_private=allow_private,
        resolve=resolve,
        ca_bundle=ca_bundle,
        browser=browser,
        chromium=chromium,
        resolver=resolver,
        quiet=quiet,
        only=only,
        tag=tag,
    )
    with captured(sites, run, resume, settings, None, strict=strict, words=words, quiet=quiet) as folder:
        pass
    if not quiet:
        print(words("The evidence lies in {run}.", run=folder.path))


@contextmanager
def captured(
    sites: Path,
    path: Path | None,
    resume: str | None,
    settings: "Settings",
    rubric: str | None,
    *,
    strict: bool,
    words: "Words",
    quiet: bool,
) -> Iterator["RunFolder"]:
    """A run with all its evidence, new or resumed, locked as long as the context lasts."""
    from webaudit.cli.progress import Progress
    from webaudit.pipeline import run as runs
    from webaudit.store.lock import lock

    with ExitStack() as stack:
        if resume is None:
            listed = runs.listed(sites, settings, strict=strict)
            # Shards of one list may run side by side; two whole audits of it never do.
            # A pipe that holds a list is nobody else's.
            if settings.shard.count == 1 and sites.is_file():
                stack.enter_context(lock(sites.resolve()))
            folder = runs.begin(path or runs.named_by_time(Path("runs")), listed, settings, rubric)
            stack.enter_context(folder.lock())
        else:
            interrupted = Path(resume) if resume else runs.newest(Path("runs"))
            folder = stack.enter_context(runs.open_again(interrupted))
        with Progress(words, runs.plans(folder), quiet=quiet) as progress:
            runs.capture(folder, settings, tell=progress.tell)
        yield folder
