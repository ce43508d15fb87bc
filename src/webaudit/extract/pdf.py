"""What a PDF file says of itself, read within bounds that no file can lift."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import islice
from operator import getitem
from typing import TYPE_CHECKING

from webaudit.extract.text import folded
from webaudit.model.document import Pdf
from webaudit.model.record import Failure, FailureReason, Stage

if TYPE_CHECKING:
    from pypdf import Configuration, PageObject, PdfReader

MOST_BYTES = 3_000_000
"""Of one file that are read."""

MOST_PAGES = 20
"""That are looked at for text, from the first on."""

MOST_STREAMS = 60
"""Contents and forms of one file that are unpacked."""

STREAM_BYTES = 2_000_000
"""Of one of them, unpacked."""

MOST_UNPACKED = 10_000_000
"""Bytes of all of them together."""

MOST_TEXT_PAGES = 5
"""Whose text is read, where that is asked for."""

TEXT_BYTES = 200_000
"""Of the contents of one of them, unpacked."""

_FORM_LEVELS = 3
_CHARACTERS = 200
_MAGIC = b"%PDF-"

# Text is shown by one of four operators after its string or array (ISO 32000-1, 9.4.3).
_SHOWS_TEXT = re.compile(rb"[)>\]]\s*+(?:Tj|TJ|'|\")(?:\s|$)")
_DRAWS = re.compile(rb"(?:^|\s)(?:Do|EI|f\*?|F|S|s|B\*?|b\*?|sh)(?:\s|$)")
_XMP_TITLE = re.compile(
    rb"<dc:title\b[^>]{0,100}+>\s*+(?:<rdf:Alt\b[^>]{0,100}+>\s*+)?<rdf:li\b[^>]{0,100}+>([^<]{1,400})<",
    re.IGNORECASE,
)
_YEAR = re.compile(r"D?:?(?:19|20)\d\d")


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF by its first bytes; readers take up to a thousand of others before."""
    return _MAGIC in data[:1024]


def read_pdf(data: bytes) -> Pdf | Failure:
    """What a PDF file says of itself; a Failure if that could not be read.

    Args:
        data: the whole file.
    """
    if len(data) > MOST_BYTES:
        return Failure(FailureReason.BUDGET, Stage.CONTENT, f"{len(data)} bytes")
    # Not needed by most commands.
    from pypdf import PdfReader, apply_configuration

    try:
        with apply_configuration(_bounds()):
            reader = PdfReader(
                BytesIO(data), root_object_recovery_limit=1_000, xref_stream_maximum_entries=200_000
            )
            return _read(reader)
    except Exception as error:
        # Whatever the library meets in a hostile file, it costs this file alone.
        return Failure(FailureReason.PROTOCOL, Stage.CONTENT, type(error).__name__)


def pdf_text(data: bytes) -> str | None:
    """The text of the first pages of a file; None if it could not be read.

    Args:
        data: of a file that `read_pdf` has read.
    """
    from pypdf import PdfReader, apply_configuration

    try:
        with apply_configuration(_bounds()):
            reader = PdfReader(
                BytesIO(data), root_object_recovery_limit=1_000, xref_stream_maximum_entries=200_000
            )
            return "\n".join(_texts(reader))
    except Exception:
        return None


def _texts(reader: "PdfReader") -> Iterator[str]:
    for page in islice(reader.pages, MOST_TEXT_PAGES):
        contents = _in(page, "/Contents")
        streams = map(_unpacked, contents if isinstance(contents, list) else [contents])
        # A page of more is a drawing, and would take long.
        if sum(len(stream) for stream in streams if stream) <= TEXT_BYTES:
            yield page.extract_text()


@cache
def _bounds() -> "Configuration":
    from pypdf import Configuration

    return Configuration(
        maximum_declared_stream_length=MOST_BYTES,
        array_based_stream_maximum_output_length=2 * STREAM_BYTES,
        array_maximum_element_count=50_000,
        dictionary_maximum_element_count=20_000,
        lzw_maximum_output_length=STREAM_BYTES,
        run_length_maximum_output_length=STREAM_BYTES,
        # Streams of objects and tables of references are larger than the contents of a page.
        zlib_maximum_output_length=4 * STREAM_BYTES,
        zlib_maximum_recovery_input_length=100_000,
        brotli_maximum_output_length=STREAM_BYTES,
        flate_maximum_row_length=100_000,
        image_maximum_buffer_size=STREAM_BYTES,
        jbig2_maximum_output_length=0,
        stream_filters_maximum_length=4,
        stream_decoding_work_maximum_length=8 * STREAM_BYTES,
        page_tree_maximum_entries=20_000,
        page_tree_maximum_depth=50,
        page_tree_maximum_page_entries=400_000,
        # No program of this machine is ever run for a file.
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    )


def _read(reader: "PdfReader") -> Pdf | Failure:
    encrypted = reader.is_encrypted
    if encrypted and not reader.decrypt(""):
        return Failure(FailureReason.LOGIN, Stage.CONTENT, "a password is asked")
    root, pages = reader.root_object, reader.pages
    count = len(pages)
    marked = _in(root, "/MarkInfo", "/Marked")
    text, drawn, whole = _shown(islice(pages, MOST_PAGES))
    if not text and not whole:
        # What could not be unpacked may hold the text.
        return Failure(FailureReason.BUDGET, Stage.CONTENT, "contents that are not unpacked")
    information = _in(reader.trailer, "/Info")
    return Pdf(
        pages=count,
        text=text,
        blank=not drawn,
        tagged=isinstance(_in(root, "/StructTreeRoot"), dict) and getattr(marked, "value", None) is True,
        title=_text(_in(information, "/Title")) or _xmp_title(root),
        language=_text(_in(root, "/Lang")),
        encrypted=encrypted,
        producer=_text(_in(information, "/Producer")),
        made=_year(information),
    )


def _safely(reading: Callable[..., object], *given: object) -> object:
    """What a reading of one value gives; None if its place is broken, which spoils nothing else."""
    try:
        value = reading(*given)
        return value.get_object() if hasattr(value, "get_object") else value
    except Exception:
        return None


def _in(holder: object, *keys: str) -> object:
    """The value below these keys; None if there is none."""
    for key in keys:
        holder = _safely(getitem, holder, key) if isinstance(holder, dict) and key in holder else None
    return holder


def _text(value: object) -> str:
    return folded(value[: 4 * _CHARACTERS].replace("\0", ""))[:_CHARACTERS] if isinstance(value, str) else ""


def _xmp_title(root: object) -> str:
    data = _unpacked(_in(root, "/Metadata"))
    found = _XMP_TITLE.search(data[:200_000]) if data else None
    return folded(found[1].decode("utf-8", "replace"))[:_CHARACTERS] if found else ""


def _year(information: object) -> int | None:
    """The year of the last change, else of the making."""
    for key in ("/ModDate", "/CreationDate"):
        if (found := _YEAR.match(_text(_in(information, key)))) is not None:
            return int(found[0][-4:])
    return None


def _shown(pages: "Iterator[PageObject]") -> tuple[bool, bool, bool]:
    """Whether the pages show text, whether they draw anything, and whether all that they draw was seen."""
    drawn, left = False, MOST_UNPACKED
    for stream in islice(_streams(pages), MOST_STREAMS):
        if stream is None or (left := left - len(stream)) < 0:
            return False, drawn, False
        if _SHOWS_TEXT.search(stream):
            return True, True, True
        drawn = drawn or _DRAWS.search(stream) is not None
    return False, drawn, True


def _streams(pages: "Iterator[PageObject]") -> Iterator[bytes | None]:
    """What the pages draw, unpacked, contents and then the forms of each; None for what is broken."""
    for page in pages:
        contents = _in(page, "/Contents")
        if contents is not None:
            yield from map(_unpacked, contents if isinstance(contents, list) else [contents])
        yield from _forms(_in(page, "/Resources"), 0)


def _unpacked(stream: object) -> bytes | None:
    """The bytes of a stream; None if there is none, or it is broken or too large."""
    whole = _safely(_data, stream)
    return whole if isinstance(whole, bytes) else None


def _data(stream: object) -> object:
    whole = stream.get_object() if hasattr(stream, "get_object") else stream
    return whole.get_data() if hasattr(whole, "get_data") else None


def _forms(resources: object, level: int) -> Iterator[bytes | None]:
    """The forms that resources name, and theirs."""
    named = _in(resources, "/XObject")
    if level == _FORM_LEVELS or not isinstance(named, dict):
        return
    for key in islice(named, MOST_STREAMS):
        form = _in(named, key)
        if _in(form, "/Subtype") == "/Form":
            yield _unpacked(form)
            yield from _forms(_in(form, "/Resources"), level + 1)
