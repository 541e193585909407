"""Checks the corpus against itself: every file listed, every listed file there, the words and the
labels found in the text that poppler, python-docx, openpyxl or the mail parser of Python finds.
Those readers share nothing with the programs under test."""

import datetime
import email
import email.policy
import re
import subprocess
import sys
import unicodedata

import yaml

from corpus import FILES, ROOT

KEYS = {"file", "made_by", "type", "split", "expect", "or", "refusal", "words", "absent", "labels", "also", "note"}
CODES = {"encrypted", "damaged", "empty", "executable", "too-large", "too-slow", "too-much"}
FIELDS = ["document-type", "number", "issuer", "holder", "issued", "expires", "models", "standards", "languages"]
MONTHS = "January February March April May June July August September October November December".split()
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


CHINESE = [""] + [("", "十", "二十", "三十")[i // 10] + ("", *"一二三四五六七八九")[i % 10] for i in range(1, 32)]
RADICALS = str.maketrans("⻘⻚⻓", "青页长")  # NFKC leaves these


def text_of(path, kind):
    if kind == "pdf":
        # Both orders: in a table cells of wrapped lines come interleaved in one of them.
        found = "\n".join(subprocess.run(["pdftotext", *how, str(path), "-"], capture_output=True).stdout.decode(errors="replace") for how in ([], ["-raw"]))
        return found if found.strip() else by_ghostscript(path)
    if kind == "docx":
        import zipfile
        with zipfile.ZipFile(path) as z:
            parts = [n for n in z.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*|comments|footnotes)\.xml", n)]
            xml = "\n".join(z.read(n).decode() for n in parts)
        import html
        xml = re.sub(r"<w:del .*?</w:del>", "", xml, flags=re.S)
        return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>|<w:tab/>|</w:tc>", "\n", xml)))
    if kind == "xlsx":
        import openpyxl
        book = openpyxl.load_workbook(path, data_only=True)
        cell = lambda v: v.strftime("%Y-%m-%d") if isinstance(v, datetime.date) else "" if v is None else str(v)
        return "\n".join("\t".join(cell(v) for v in row) for s in book for row in s.iter_rows(values_only=True))
    if kind == "email":
        try:
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        except RecursionError:  # one of the hostile ones
            return path.read_text()
        out = [f"{k}: {v}" for k, v in message.items()]
        for part in message.walk():
            if part.get_content_maintype() == "text":
                charset = (part.get_content_charset() or "utf-8").replace("gb2312", "gb18030")
                out.append(part.get_payload(decode=True).decode(charset, errors="replace"))
            elif part.get_content_type() == "application/pdf":
                out.append(subprocess.run(["pdftotext", "-", "-"], input=part.get_content(), capture_output=True).stdout.decode())
        return "\n".join(out)
    if kind == "text":
        raw = path.read_bytes()
        for encoding in (["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else []) + ["utf-8-sig", "gb18030"]:
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                pass
    return ""


def by_ghostscript(path):
    """Ghostscript's text: another reader, for files that poppler does not take."""
    try:
        return subprocess.run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dLastPage=3", "-sDEVICE=txtwrite", "-sOutputFile=-", str(path)],
                              capture_output=True, timeout=60).stdout.decode(errors="replace")
    except subprocess.TimeoutExpired:
        return ""


MAGIC = {"pdf": [b"%PDF-"], "docx": [b"PK\3\4"], "xlsx": [b"PK\3\4"], "archive": [b"PK\3\4"], "office": [b"PK\3\4", b"\xd0\xcf\x11\xe0"],
         "image": [b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"II*\0", b"MM\0*"], "executable": [b"MZ", b"\x7fELF", b"#!", b"PK\3\4"], "email": [b"From: "]}


def right_type(path, kind):
    """Whether the first bytes are those of the type."""
    data = path.read_bytes()
    if kind == "empty" or not data:
        return kind == "empty" and not data
    if kind in MAGIC:
        return any(data.startswith(m) for m in MAGIC[kind]) or (kind == "email" and b"Subject: " in data[:4000])
    return not any(data.startswith(m) for k in MAGIC if k != "email" for m in MAGIC[k])


def forms(iso):
    """How a date may be written."""
    d = datetime.date.fromisoformat(iso)
    y, m, n, name, german = d.year, d.month, d.day, MONTHS[d.month - 1], GERMAN[d.month - 1]
    return [iso, f"{n} {name} {y}", f"{n:02} {name} {y}", f"{name} {n}, {y}", f"{name[:3]} {n}, {y}", f"{name[:3]}. {n}, {y}", f"{n}-{name[:3]}-{y}",
            f"{n:02}-{name[:3]}-{y}", f"{n:02} {name[:3]} {y}", f"{n:02}.{m:02}.{y}", f"{n}.{m}.{y}", f"{y}年{m}月{n}日", f"{y}年{m:02}月{n:02}日",
            f"{n:02}/{m:02}/{y}", f"{m:02}/{n:02}/{y}", f"{y}.{m:02}.{n:02}", f"{y}/{m}/{n}", f"{y}/{m:02}/{n:02}", f"{n}. {german} {y}", f"{y}{m:02}{n:02}",
            f"{n:02}{name[:3].upper()}{y}", f"{name[:3].upper()}. {n:02}, {y}", f"{name.upper()} {n}, {y}", f"{n}th {name} {y}", f"{n}st {name} {y}", f"{n}{ {1:'st',2:'nd',3:'rd'}.get(n, 'th')} {name} {y}", f"{y % 100:02}{m:02}{n:02}",
            "".join("〇一二三四五六七八九"[int(c)] for c in str(y)) + f"年{CHINESE[m]}月{CHINESE[n]}日"]


def squeeze(text):
    """Without white space and hyphens at line ends: lines break anywhere."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(RADICALS).replace("\u00ad", ""))


def main():
    listed = yaml.safe_load((ROOT / "labels.yaml").read_text(encoding="utf-8"))
    wrong, names = [], [e["file"] for e in listed]
    there = {str(p.relative_to(FILES)) for p in FILES.rglob("*") if p.is_file()}
    wrong += [f"not there: {n}" for n in names if n not in there] + [f"not listed: {n}" for n in sorted(there - set(names))]
    wrong += [f"listed twice: {n}" for n in set(names) if names.count(n) > 1]
    for e in listed:
        say = lambda what: wrong.append(f"{e['file']}: {what}")
        if set(e) - KEYS or e["split"] not in ("dev", "held-out") or e["expect"] not in ("read", "no-text", "refused"):
            say("keys or values")
        codes = e.get("refusal", [])
        codes = [codes] if isinstance(codes, str) else codes
        if ("refused" in [e["expect"], *e.get("or", [])]) != bool(codes) or set(codes) - CODES:
            say("refusal")
        if e["file"] in there and not right_type(FILES / e["file"], e["type"]):
            say("type")
        if codes == ["encrypted"] and e["type"] == "pdf" and subprocess.run(["qpdf", "--requires-password", str(FILES / e["file"])], capture_output=True).returncode:
            say("opens without a password")
        if e["file"] not in there or e["expect"] == "refused":
            continue
        text = squeeze(text_of(FILES / e["file"], e["type"]))
        if e["expect"] == "no-text":
            if text and e["type"] in ("pdf", "image"):
                say("has text")
            continue
        if not e["words"] and e["file"].split("/")[0] != "broken":
            say("no words")
        for w in e["words"]:
            if squeeze(w) not in text:
                say(f"word not in text: {w}")
        for w in e.get("absent", []) if e["type"] == "docx" else []:
            if squeeze(w) in text:
                say(f"deleted, yet in text: {w}")
        labels = e.get("labels")
        if not labels:
            continue
        if list(labels) != FIELDS:
            say("fields")
        subject = squeeze(e["file"])
        for f in ("number", "issuer", "holder"):
            if labels[f] and squeeze(labels[f]) not in text:
                say(f"{f} not in text: {labels[f]}")
        for f in ("models", "standards"):
            for v in labels[f]:
                if squeeze(v) not in text:
                    say(f"{f} not in text: {v}")
        for f in ("issued", "expires"):
            if labels[f] and not any(squeeze(x) in text for x in forms(labels[f])):
                say(f"{f} not in text: {labels[f]}")
    total = sum(p.stat().st_size for p in FILES.rglob("*") if p.is_file())
    count = lambda f: sum(1 for e in listed if f(e))
    print(f"{len(listed)} files, {total / 1e6:.1f} MB; labels {count(lambda e: 'labels' in e)}; dev {count(lambda e: e['split'] == 'dev')}; "
          + ", ".join(f"{x} {count(lambda e: e['expect'] == x)}" for x in ("read", "no-text", "refused")))
    print("\n".join(wrong))
    return 1 if wrong or total > 12e6 else 0


sys.exit(main())
