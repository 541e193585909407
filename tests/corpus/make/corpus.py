"""What the corpus holds: the documents are registered here, each beside the labels a careful
reader would give it, and are written to disk by the programs named in `via`."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILES = ROOT / "files"
ENTRIES = []


class Labels(dict):
    """Labels of a document: what it says, nothing more. Missing means null."""

    def __init__(self, type=None, number=None, issuer=None, holder=None, issued=None, expires=None,
                 models=(), standards=(), languages=("en",)):
        super().__init__({
            "document-type": type, "number": number, "issuer": issuer, "holder": holder,
            "issued": issued, "expires": expires, "models": list(models),
            "standards": list(standards), "languages": list(languages)})


def add(file, made_by, make, *, type, expect="read", refusal=None, words=(), labels=None,
        absent=(), also=None, either=None, note=None, stratum=None):
    """Registers a file. `make(path)` writes it; `also` lists other values a person could defend,
    `either` other outcomes that are as right as `expect`."""
    entry = {"file": file, "made_by": made_by, "type": type, "expect": expect}
    if either:
        entry["or"] = either
    if refusal:
        entry["refusal"] = refusal
    entry["words"] = list(words)
    if absent:
        entry["absent"] = list(absent)
    if labels is not None:
        entry["labels"] = dict(labels)
    if also:
        entry["also"] = also
    if note:
        entry["note"] = note
    if any(e["file"] == file for e, _, _ in ENTRIES):
        raise ValueError(f"listed twice: {file}")
    ENTRIES.append((entry, make, stratum or made_by))


def split(entries):
    """Halves: each file goes to the side that has fewer of its kind and of its program so far,
    so that files added later leave the earlier ones where they are."""
    count = {}
    for entry, _, stratum in entries:
        kind = (entry.get("labels") or {}).get("document-type") or entry["expect"]
        keys = [("kind", kind), ("program", stratum), ("all", "")]
        weight = lambda side: [count.get((side, *k), 0) for k in keys]
        dev, held = weight("dev"), weight("held-out")
        score = sum((a - b) * w for a, b, w in zip(dev, held, (3, 2, 1)))
        side = "dev" if score <= 0 else "held-out"
        for k in keys:
            count[(side, *k)] = count.get((side, *k), 0) + 1
        entry["split"] = side
