"""Writes the files that are missing (all with --all) and labels.yaml."""

import sys
import traceback

import yaml

import corpus
import names
import docs_certificates  # noqa: F401  registers documents
from corpus import ENTRIES, FILES, ROOT

for name in ("docs_technical", "docs_trade", "docs_control", "docs_company", "docs_mail", "docs_broken", "docs_more"):
    try:
        __import__(name)
    except ModuleNotFoundError as missing:
        if missing.name != name:
            raise

corpus.split(ENTRIES)
failed = 0
for entry, make, _ in ENTRIES:
    path = FILES / entry["file"]
    if path.exists() and "--all" not in sys.argv:
        continue
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        make(path)
        print("made", entry["file"], path.stat().st_size)
    except Exception:
        failed += 1
        path.unlink(missing_ok=True)
        print("FAILED", entry["file"])
        traceback.print_exc()

order = ("file", "made_by", "type", "split", "expect", "or", "refusal", "words", "absent", "labels", "also", "note")
listed = [{k: e[k] for k in order if k in e} for e, _, _ in ENTRIES]
head = "# Written by make/build.py from the documents' descriptions; meaning of the fields: README.md.\n"
text = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=110, default_flow_style=None)
(ROOT / "labels.yaml").write_text(head + text, encoding="utf-8")
known = {"models": names.MODELS, "holders": names.HOLDERS}
(ROOT / "known.yaml").write_text("# What the workspace of the tests knows.\n" + yaml.safe_dump(known, allow_unicode=True, sort_keys=False), encoding="utf-8")
sys.exit(1 if failed else 0)
