"""Reads what the agencies' pages say from content.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Service:
    """A public service with a page of its own.

    Attributes:
        needs: what an applicant brings.
        takes: how long it takes, in words.
    """

    name: str
    summary: str
    needs: tuple[str, ...]
    takes: str


@dataclass(frozen=True, slots=True)
class News:
    """A news article; its date is counted back from the day the server starts."""

    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class Content:
    """What an agency's pages say.

    Attributes:
        duty: what the agency is for, the end of a sentence that begins with its name.
        head: its head, with titles.
        quote: what the head says in the news.
        news: newest first.
        documents: titles of PDF files.
        gallery: captions of pictures.
    """

    duty: str
    head: str
    quote: str
    services: tuple[Service, ...]
    news: tuple[News, ...]
    documents: tuple[str, ...] = ()
    gallery: tuple[str, ...] = ()


def read_content() -> Mapping[str, Content]:
    """The content of each agency, by the site's id."""
    whole = tomllib.loads(files("webaudit.demo").joinpath("content.toml").read_text(encoding="utf-8"))
    return {
        agency: Content(
            duty=said["duty"],
            head=said["head"],
            quote=said["quote"],
            services=tuple(
                Service(one["name"], one["summary"], tuple(one["needs"]), one["takes"])
                for one in said["services"]
            ),
            news=tuple(News(one["title"], one["lead"]) for one in said["news"]),
            documents=tuple(said.get("documents", ())),
            gallery=tuple(said.get("gallery", ())),
        )
        for agency, said in whole.items()
    }
