"""`webaudit init`: a list of sites to start from."""

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from webaudit.cli import options
from webaudit.locales import marked


def init(
    file: Annotated[Path, typer.Argument(metavar=marked("FILE"), help=marked("The file to write."))] = Path(
        "sites.yaml"
    ),
    lang: options.Lang = "id",
    quiet: options.Quiet = False,
) -> None:
    """Write a list of sites with comments, ready to be filled in; an existing file is never touched.

    Examples:
      webaudit init

      webaudit init sites-jateng.yaml
    """
    from webaudit.cli import outcome
    from webaudit.model.errors import Message, SettingError
    from webaudit.store.whole_file import write_whole

    words = outcome.words(lang)
    if file.exists():
        raise SettingError(Message("{file}: exists already; name another file", file=file))
    write_whole(file, files("webaudit.cli").joinpath(f"sites.{words.lang}.yaml").read_text("utf-8"))
    if not quiet:
        print(words("{file} is written. Put in your sites, then: webaudit audit {file}", file=file))
