"""The options that several commands share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from webaudit.locales import marked

Sites = Annotated[
    Path,
    typer.Argument(
        metavar="SITES",
        help=marked("The list of sites, a YAML file."),
        envvar="WEBAUDIT_SITES",
        show_envvar=False,
    ),
]
Run = Annotated[Path, typer.Argument(metavar="RUN", help=marked("The folder of a run."))]
Json = Annotated[
    str | None,
    typer.Option(
        "--json",
        metavar=marked("FILE|-"),
        help=marked("Write the report as JSON; - is standard output."),
        envvar="WEBAUDIT_JSON",
    ),
]


class Format(StrEnum):
    """The forms of a report."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    CSV = "csv"
    CSV_SITES = "csv-sites"
    CSV_FINDINGS = "csv-findings"
    CSV_CRITERIA = "csv-criteria"
    CSV_COLUMNS = "csv-columns"
    JUNIT = "junit"
    SARIF = "sarif"
    EARL = "earl"


Formats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        metavar=marked("NAME"),
        help=marked(
            "A form of the report; may be repeated: terminal, json, markdown, xlsx, csv (all tables), "
            "csv-sites, csv-findings, csv-criteria, csv-columns, junit, sarif, earl."
        ),
        envvar="WEBAUDIT_FORMAT",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar=marked("DIR"),
        help=marked(
            "Write a file for each format into this folder, in place of standard output: report.txt, "
            "report.json, report.md, report.xlsx, sites.csv, findings.csv, criteria.csv, columns.csv, "
            "junit.xml, report.sarif, report.earl.json."
        ),
        envvar="WEBAUDIT_OUT",
    ),
]
RunFolder = Annotated[
    Path | None,
    typer.Option(
        "--run",
        metavar=marked("DIR"),
        help=marked("Keep the evidence in this folder; by default runs/<UTC time>."),
        envvar="WEBAUDIT_RUN",
    ),
]
PagesRun = Annotated[
    Path | None,
    typer.Option(
        "--run",
        metavar=marked("DIR"),
        help=marked("Keep the evidence in this folder."),
        envvar="WEBAUDIT_RUN",
    ),
]
RubricName = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        metavar=marked("NAME|FILE"),
        help=marked("The rubric that gives the points; by default core, for a stored run its own."),
        envvar="WEBAUDIT_RUBRIC",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="ID", help=marked("Audit this site alone; may be repeated."), envvar="WEBAUDIT_ONLY"
    ),
]
Tag = Annotated[
    list[str] | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help=marked("Audit the sites with this tag; may be repeated."),
        envvar="WEBAUDIT_TAG",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar=marked("CHECK|CATEGORY"),
        help=marked("Ask only these checks; may be repeated."),
        envvar="WEBAUDIT_SELECT",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar=marked("CHECK|CATEGORY"),
        help=marked("Leave these checks out; may be repeated."),
        envvar="WEBAUDIT_IGNORE",
    ),
]
MaxPages = Annotated[
    int | None,
    typer.Option(
        "--max-pages",
        metavar="N",
        min=1,
        max=10_000,
        help=marked("Pages of a site to look at; by default 50."),
        envvar="WEBAUDIT_MAX_PAGES",
    ),
]
Rate = Annotated[
    float | None,
    typer.Option(
        "--rate",
        metavar="N",
        min=0,
        help=marked("Requests a second to one host; by default 1; 0 lifts every limit of pace."),
        envvar="WEBAUDIT_RATE",
    ),
]
RatePerAddress = Annotated[
    float,
    typer.Option(
        "--rate-per-address",
        metavar="N",
        min=0,
        help=marked("Requests a second to one IP address."),
        envvar="WEBAUDIT_RATE_PER_ADDRESS",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", metavar="N", min=1, max=256, help=marked("Number of processes."), envvar="WEBAUDIT_JOBS"
    ),
]
Dask = Annotated[
    str,
    typer.Option(
        "--dask",
        metavar=marked("ADDRESS"),
        help=marked(
            "Judge on the Dask cluster with the scheduler at this address; its workers must see the run."
        ),
        envvar="WEBAUDIT_DASK",
        show_default=False,
    ),
]
ShardOption = Annotated[
    str,
    typer.Option(
        "--shard",
        metavar="I/N",
        help=marked("Take only part I of N, so that several machines can share."),
        envvar="WEBAUDIT_SHARD",
    ),
]
Deadline = Annotated[
    float | None,
    typer.Option(
        "--deadline",
        min=0,
        metavar=marked("MINUTES"),
        help=marked("End the capture after this time; what is under way is closed as it is."),
        envvar="WEBAUDIT_DEADLINE",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        help=marked("Let requests go to private and loopback addresses, for tests and intranets."),
        envvar="WEBAUDIT_ALLOW_PRIVATE",
    ),
]
Resolve = Annotated[
    list[str] | None,
    typer.Option(
        "--resolve",
        metavar=marked("HOST:ADDRESS"),
        help=marked(
            "Take this address for the host in place of DNS; may be repeated. "
            "HOST:PORT:ADDRESS:PORT also changes the port."
        ),
        envvar="WEBAUDIT_RESOLVE",
    ),
]
CaBundle = Annotated[
    Path | None,
    typer.Option(
        "--ca-bundle",
        metavar=marked("FILE"),
        help=marked("Trusted roots in PEM form, in place of certifi's."),
        envvar=["WEBAUDIT_CA_BUNDLE", "SSL_CERT_FILE"],
        show_envvar=False,
    ),
]
Resolver = Annotated[
    str | None,
    typer.Option(
        "--resolver",
        metavar=marked("ADDRESS[:PORT]"),
        help=marked("Name server to ask about names and mail, in place of this machine's own."),
        envvar="WEBAUDIT_RESOLVER",
    ),
]
Browser = Annotated[
    bool,
    typer.Option(
        "--browser",
        help=marked("Show five pages of each site to a browser, and have axe-core judge them too."),
        envvar="WEBAUDIT_BROWSER",
    ),
]
Chromium = Annotated[
    str,
    typer.Option(
        "--chromium",
        metavar=marked("PATH"),
        help=marked("The Chromium to show pages to; by default the one that is installed."),
        envvar="WEBAUDIT_CHROMIUM",
        show_default=False,
    ),
]
FailUnder = Annotated[
    float | None,
    typer.Option(
        "--fail-under",
        metavar="N",
        min=0,
        max=100,
        help=marked("Exit with code 1 if the value of any site is below this."),
        envvar="WEBAUDIT_FAIL_UNDER",
    ),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar=marked("CHECK|CATEGORY|SEVERITY"),
        help=marked(
            "Exit with code 1 if such a check failed, or one of this severity or worse; may be repeated."
        ),
        envvar="WEBAUDIT_FAIL_ON",
    ),
]
Lang = Annotated[
    str,
    typer.Option("--lang", metavar="id|en", help=marked("Language of all texts."), envvar="WEBAUDIT_LANG"),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help=marked("Say nothing when all is well, else one line for each trouble."),
        envvar="WEBAUDIT_QUIET",
    ),
]
Resume = Annotated[
    str | None,
    typer.Option(
        "--resume",
        metavar="[RUN]",
        help=marked("Go on with an interrupted run; without RUN the newest in runs/."),
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help=marked("Refuse the list if a single entry in it is bad."), envvar="WEBAUDIT_STRICT"
    ),
]
