"""The plan of each site, out of what the run was asked to do."""

from dataclasses import replace

from webaudit import __version__
from webaudit.crawl.clock import utc_now
from webaudit.model.plan import Plan
from webaudit.model.site import Site, SiteList
from webaudit.pipeline.settings import Settings, Shard
from webaudit.store.run import RunFile


def facts_of(sites: SiteList, settings: Settings) -> RunFile:
    """What a run that begins now is asked to do; it has no rubric yet."""
    return RunFile(
        version=__version__,
        started_at=utc_now(),
        sites=sites,
        settings=settings.facts(),
        politeness=settings.politeness(sites.region),
        reach=settings.reach,
        seed=settings.seed,
        probes=settings.probes,
        crawl=settings.crawl,
        shard="" if settings.shard.count == 1 else str(settings.shard),
    )


def plans_of(facts: RunFile) -> tuple[Plan, ...]:
    """What is fetched for each site: the command beats the list, the list beats the default."""
    shard = Shard.parse(facts.shard) if facts.shard else Shard()
    return tuple(_plan(site, facts) for site in facts.sites.sites if shard.holds(site.id))


def _plan(site: Site, facts: RunFile) -> Plan:
    pages = (facts.settings.get("max_pages"), site.crawl.max_pages, facts.budget.pages)
    rates = (facts.settings.get("rate"), site.crawl.rate, facts.politeness.rate)
    return Plan(
        site=site,
        region=facts.sites.region,
        budget=replace(facts.budget, pages=int(next(n for n in pages if n is not None))),
        politeness=replace(facts.politeness, rate=float(next(n for n in rates if n is not None))),
        reach=facts.reach,
        probes=facts.probes,
        seed=facts.seed,
        crawl=facts.crawl,
        exact=facts.exact,
    )
