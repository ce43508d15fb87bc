"""The province's list of sites, as sites.yaml spells it."""

import json
from collections.abc import Iterable, Mapping

from webaudit.demo.agency import REGION, SUFFIX, Agency
from webaudit.demo.places import PORTAL_HOST


def listing(agencies: Iterable[Agency]) -> str:
    """The text of a sites file with all the agencies."""
    lines = [
        "# The example province of `webaudit demo`: nothing in it is real.",
        "defaults:",
        *_mapping(
            "  ",
            {
                "region": REGION,
                "region_suffixes": [SUFFIX],
                "timezone": "Asia/Jakarta",
                "portals": [PORTAL_HOST],
                "contact": f"https://diskominfo.{SUFFIX}/kontak",
            },
        ),
        "sites:",
    ]
    for agency in agencies:
        first, *others = _mapping("    ", _entry(agency))
        lines += [f"  - {first.lstrip()}", *others]
        if agency.declared:
            lines.append("    services:")
        for name, url in agency.declared:
            first, *others = _mapping("        ", {"name": name, "url": url})
            lines += [f"      - {first.lstrip()}", *others]
    return "\n".join(lines) + "\n"


def _entry(agency: Agency) -> Mapping[str, object]:
    """The plain fields of one site."""
    entry: dict[str, object] = {
        "id": agency.id,
        "name": agency.name,
        "short_name": agency.short_name,
        "type": agency.type,
        "url": agency.written_url or f"https://{agency.host}",
    }
    if not agency.award:
        entry["award"] = False
    return entry


def _mapping(indent: str, fields: Mapping[str, object]) -> list[str]:
    """One line a field; a JSON scalar or list is YAML as well."""
    return [f"{indent}{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
