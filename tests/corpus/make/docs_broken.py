"""Broken and hostile files, and file names that trip programs up."""

import io
import pathlib
import random
import struct
import tempfile
import zipfile
import zlib
from email.message import EmailMessage

import pdfs
import programs
import sheets
import via
import word
from corpus import Labels as L, add
from names import *  # noqa: F403
from via import doc

TEXT = [("title", "Reference list"), *[x for i in range(12) for x in (("sub", f"Machine {i}"), ("p", "LM-MT500 delivered to a workshop in the north. " * 18))]]


def made(program, blocks=TEXT, suffix=".pdf"):
    with tempfile.TemporaryDirectory() as home:
        at = pathlib.Path(home) / ("a" + suffix)
        via.first(program, blocks, at)
        return at.read_bytes()


def broken(file, made_by, data, *, type, expect, **rest):
    """`data` is bytes, or a function that gives them."""
    add("broken/" + file, made_by, lambda p: p.write_bytes(data() if callable(data) else data), type=type, expect=expect, stratum="broken", **rest)


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=9) as z:
        for name, data in parts:
            # A fixed time keeps the bytes the same at each run.
            info = zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6))
            info.compress_type = method
            z.writestr(info, data)
    return out.getvalue()


def repack(data, name, new):
    """An Office file with one part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return zipped([(i.filename, new if i.filename == name else z.read(i)) for i in z.infolist()])


# Cut and bent PDF

broken("empty.pdf", "touch", b"", type="empty", expect="refused", refusal="empty")
broken("half.pdf", "LibreOffice Writer, second half cut off", lambda: (lambda d: d[:len(d) // 2])(made("lo-pdf")), type="pdf", expect="refused", refusal="damaged", either=["read", "no-text"], note="The first page's content is complete, its page object is not.")
broken("without last kilobyte.pdf", "fpdf2, last 1024 bytes cut off", lambda: made("fpdf")[:-1024], type="pdf", expect="refused", refusal="damaged", either=["read", "no-text"], note="Cross-reference table and trailer are lost; a reader that rebuilds them may read it.")
broken("xref at 0.pdf", "ReportLab, startxref set to 0", lambda: pdfs.startxref_zero(made("reportlab", [("p", "Spindle test 4711")])), type="pdf", expect="read", words=["Spindle test 4711"], refusal="damaged", either=["refused"])
broken("garbage.pdf", "random bytes behind %PDF-1.7", lambda: b"%PDF-1.7\n" + random.Random(7).randbytes(20000), type="pdf", expect="refused", refusal="damaged")
broken("page tree cycle.pdf", "by hand", pdfs.cycle, type="pdf", expect="refused", refusal=["damaged", "too-much", "too-slow"], either=["read", "no-text"], note="Kids of the page tree name the tree itself. Must end soon, whatever the outcome.")
broken("claims 100000 pages.pdf", "by hand", pdfs.claims_pages, type="pdf", expect="read", words=["only page"], refusal=["damaged", "too-much"], either=["refused"], note="/Count 100000, one page.")
broken("page tree bomb.pdf", "by hand", pdfs.page_bomb, type="pdf", expect="refused", refusal=["too-much", "too-slow", "damaged"], either=["read", "no-text"], note="Five levels of ten kids, all the same: 100,000 pages in 2 KB.")
broken("deep arrays.pdf", "by hand", pdfs.deep_arrays, type="pdf", expect="refused", refusal=["damaged", "too-much", "too-slow"], either=["read", "no-text"], note="200,000 nested arrays: an endless descent kills a careless parser.")
broken("stream bomb.pdf", "by hand", pdfs.stream_bomb, type="pdf", expect="refused", refusal=["too-much", "too-slow", "damaged"], either=["read", "no-text"], note="A content stream of 1 GB of blanks in 1 MB.")
broken("xref loop.pdf", "by hand", pdfs.prev_loop, type="pdf", expect="read", words=["only page"], refusal=["damaged", "too-slow"], either=["refused"], note="/Prev names its own table.")

# Protected

doc("broken/password.pdf", "typst > user", [("title", "Price list"), ("p", "secret")], None, [], expect="refused", refusal="encrypted")


def protected(path):
    from msoffcrypto.format.ooxml import OOXMLFile
    with open(path, "wb") as out:
        OOXMLFile(io.BytesIO(made("docx", [("p", "secret")], ".docx"))).encrypt("open-me", out)


add("broken/password.docx", "python-docx, then msoffcrypto-tool: ECMA-376 agile encryption in an OLE container", protected, type="office", expect="refused", refusal="encrypted", stratum="broken")

# ZIP and XML

broken("cut.docx", "python-docx, second half cut off", lambda: (lambda d: d[:len(d) // 2])(made("docx", suffix=".docx")), type="docx", expect="refused", refusal="damaged", either=["no-text"], note="Without its central directory it may also be told as an archive.")
broken("bomb.docx", "python-docx, document.xml replaced by 1 GB of blanks", lambda: repack(made("docx", suffix=".docx"), "word/document.xml", b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>' + b" " * 10**9 + b"</w:t></w:r></w:p></w:body></w:document>"), type="docx", expect="refused", refusal=["too-much", "too-slow", "damaged", "too-large"])
broken("deep.docx", "python-docx, document.xml with 300,000 nested elements", lambda: repack(made("docx", suffix=".docx"), "word/document.xml", b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' + b"<w:sdt>" * 300000 + b"</w:sdt>" * 300000 + b"</w:body></w:document>"), type="docx", expect="refused", refusal=["too-much", "too-slow", "damaged"], either=["read", "no-text"])


def laughs():
    with tempfile.TemporaryDirectory() as home:
        at = pathlib.Path(home) / "a.xlsx"
        sheets.workbook({"A": [["lol"]]}, at)
        data = at.read_bytes()
    entities = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    strings = f'<?xml version="1.0"?><!DOCTYPE sst [{entities}]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>&l9;</t></si></sst>'
    return repack(data, "xl/sharedStrings.xml", strings.encode())


broken("billion laughs.xlsx", "openpyxl, sharedStrings.xml replaced", laughs, type="xlsx", expect="refused", refusal=["damaged", "too-much", "too-slow"], either=["read", "no-text"], absent=["lollollol"], note="A reader that does not expand entities may read it as empty.")
broken("nested bomb.zip", "Python zipfile: 3 levels of 16, 10 MB of zeros at the bottom", lambda: nested_bomb(), type="archive", expect="no-text", refusal="too-much", either=["refused"], note="Archives are not unpacked.")
broken("zip in zip in zip.zip", "Python zipfile", lambda: zipped([("outer/middle.zip", zipped([("inner.zip", zipped([("note.txt", b"packing list inside")]))]))]), type="archive", expect="no-text")


def nested_bomb():
    data = zipped([("0.bin", bytes(10**7))])
    for _ in range(3):
        data = zipped([(f"{i:x}.zip", data) for i in range(16)])
    return data


# Programs

ELF = b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0x400078, 64, 0, 0, 64, 56, 1, 0, 0, 0) + bytes(200)
PE = b"MZ" + bytes(58) + struct.pack("<I", 128) + b"\x0e\x1f\xba\x0e\x00\xb4\x09\xcd!\xb8\x01L\xcd!This program cannot be run in DOS mode.\r\r\n$".ljust(64, b"\0") + b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x22) + struct.pack("<H", 0x20B) + bytes(400)
broken("machine-sync", "by hand: head of an ELF file, it runs nothing", ELF, type="executable", expect="refused", refusal="executable")
broken("Setup.exe", "by hand: head of a PE file, it runs nothing", PE, type="executable", expect="refused", refusal="executable")
broken("ISO9001 certificate.pdf", "by hand: the PE file under another name", PE, type="executable", expect="refused", refusal="executable")
broken("install.sh", "by hand", b"#!/bin/sh\necho nothing\n", type="executable", expect="refused", refusal="executable")
broken("viewer.jar", "Python zipfile: manifest and a class file's head", zipped([("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMain-Class: Viewer\r\n"), ("Viewer.class", b"\xca\xfe\xba\xbe\x00\x00\x00\x3d" + bytes(40))]), type="executable", expect="refused", refusal="executable", either=["no-text"], note="A reader that takes it for an archive does not read it either, but takes it in.")

# Other names, other types

doc("broken/pdf inside.docx", "reportlab", [("head", EASTBAY, "Qingdao"), ("title", "Packing list"), ("kv", [("No.", "EB-PL-0611"), ("Date", "11 June 2026"), ("Machine", "VMC-1160")], "inline")],
    L("packing-list", "EB-PL-0611", EASTBAY, EASTBAY, "2026-06-11", None, ["VMC-1160"]), ["EB-PL-0611"], type="pdf", also={"holder": [None]}, note="A PDF named .docx.")


def picture(to, **options):
    from PIL import Image, ImageDraw
    image = Image.new("RGB", (480, 320), "#d8dde2")
    ImageDraw.Draw(image).text((40, 140), "GB-G4022  Serial G4022-0078", fill="#222222")
    out = io.BytesIO()
    image.save(out, to, **options)
    return out.getvalue()


broken("photo.pdf", "Pillow JPEG named .pdf", lambda: picture("JPEG"), type="image", expect="no-text")
broken("photo.webp", "Pillow WebP", lambda: picture("WEBP"), type="image", expect="no-text")
broken("cut photo.jpg", "Pillow JPEG, second half cut off", lambda: (lambda d: d[:len(d) // 2])(picture("JPEG")), type="image", expect="no-text", refusal="damaged", either=["refused"])


def huge_png():
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    side = 60000
    packer, data = zlib.compressobj(9), b""
    for _ in range(side):
        data += packer.compress(bytes(1 + side // 8))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)) + chunk(b"IDAT", data + packer.flush()) + chunk(b"IEND", b"")


broken("60000x60000.png", "by hand: 3.6 gigapixels, all zero", huge_png, type="image", expect="no-text", refusal=["too-much", "too-large"], either=["refused"])


def office(suffix, source):
    def make(path):
        with tempfile.TemporaryDirectory() as home:
            at = pathlib.Path(home) / ("a" + source)
            if source == ".docx":
                word.write([("title", "Reference list"), ("p", "LM-MT500")], at)
            else:
                sheets.workbook({"A": [["Reference list"]]}, at)
            programs.soffice(at, path, suffix)
    return make


add("broken/old.doc", "LibreOffice Writer, Word 97 format", office("doc", ".docx"), type="office", expect="no-text", stratum="broken")
add("broken/old.xls", "LibreOffice Calc, Excel 97 format", office("xls", ".xlsx"), type="office", expect="no-text", stratum="broken")
broken("measurement.dat", "random bytes", lambda: b"\x93\x00\x8fMT" + random.Random(11).randbytes(3000), type="unknown", expect="no-text")

# Mail and text


def deep_mail():
    lines = ["From: a@b.example", "Subject: level 0", "MIME-Version: 1.0"]
    for level in range(1, 1001):
        lines += ["Content-Type: message/rfc822", "", f"Subject: level {level}", "MIME-Version: 1.0"]
    return "\r\n".join(lines + ["Content-Type: text/plain", "", "the bottom", ""]).encode()


broken("deep.eml", "by hand: a message in a message, 1000 levels", deep_mail, type="email", expect="read", words=["level 0"], refusal=["too-much", "damaged", "too-slow"], either=["refused"])
broken("broken boundary.eml", "by hand: the boundary named never comes", b'From: sun@jiaodong-ocean.example\r\nTo: a@b.example\r\nSubject: VGM for BPLU4471203\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="AAA"\r\n\r\n--BBB\r\nContent-Type: text/plain\r\n\r\nPlease send the VGM today.\r\n--BBB--\r\n', type="email", expect="read", words=["VGM for BPLU4471203"], refusal="damaged", either=["refused"], note="The subject must be read; the body may be.")
broken("only a mark.txt", "by hand: a byte order mark alone", b"\xef\xbb\xbf", type="text", expect="refused", refusal="empty", either=["read", "no-text"])
broken("one line.txt", "by hand: 1 MB without a line end", lambda: b"begin of log " + b"axis X 0.0021 mm; " * 58000 + b"end of log", type="text", expect="read", words=["begin of log"])

# File names

doc("names/-rf spare parts.txt", "utf-8", [("title", "Spare parts list"), ("p", f"{HARBOUR}, machine GB-G4022, list SP-4022-B of 2026-02-20"), ("table", [["Part", "No.", "Qty"], ["Way wiper", "41-220", "4"], ["Filter mat", "77-031", "10"]])],
    L("spare-parts-list", "SP-4022-B", HARBOUR, HARBOUR, "2026-02-20", None, ["GB-G4022"]), ["Way wiper", "77-031"], also={"holder": [None]})
doc("names/🔧 SDS Gleitbahnöl 68 🛢️.pdf", "chromium", [("head", "Norddeich Schmierstoffe GmbH", "Hafenstraße 3, 26506 Norden"), ("title", "Sicherheitsdatenblatt"), ("p", "gemäß Verordnung (EG) Nr. 1907/2006"), ("kv", [("Handelsname", "Gleitbahnöl NS 68"), ("Überarbeitet am", "12.09.2025"), ("Version", "4.1 (ersetzt 4.0 vom 03.02.2023)"), ("Druckdatum", "02.03.2026")]), ("sub", "Abschnitt 2: Mögliche Gefahren"), ("p", "Kein gefährlicher Stoff im Sinne der Verordnung (EG) Nr. 1272/2008."), ("foot", "Seite {p} von {n}")],
    L("fluid-sds", None, "Norddeich Schmierstoffe GmbH", None, "2025-09-12", None, [], ["(EG) Nr. 1907/2006", "(EG) Nr. 1272/2008"], ["de"]), ["Gleitbahnöl NS 68", "Mögliche Gefahren"], also={"holder": ["Norddeich Schmierstoffe GmbH"], "standards": ["1907/2006", "1272/2008"]}, lang="de", note="Revision, replaced version and printing have three dates; the revision counts.")
doc("names/" + ("safety function report guard door and spindle stop LM-MT650 " * 4)[:196] + ".pdf", "fpdf", [("head", MERIDIAN, MERIDIAN_AT), ("title", "Safety function report"), ("kv", [("Report", "SF-MT650-02"), ("Machine", "LM-MT650"), ("Standard", "EN ISO 13849-1:2023, EN ISO 13849-2:2012"), ("Result", "PL d, Category 3"), ("Date", "2025-07-02")])],
    L("safety-function-report", "SF-MT650-02", MERIDIAN, MERIDIAN, "2025-07-02", None, ["LM-MT650"], ["EN ISO 13849-1:2023", "EN ISO 13849-2:2012"]), ["SF-MT650-02", "Category 3"], also={"document-type": ["eu-safety-functions"]}, note="A name of 200 characters.")
doc("names/超限货物绑扎方案（终稿）v3 – 副本 (2).docx", "docx", [("title", "超限货物绑扎方案"), ("kv", [("方案编号", "BZ-2025-071"), ("委托方", HARBOUR_ZH), ("货物", "数控龙门加工中心 GB-G3016 床身，长9.8米"), ("编制日期", "2025年12月15日")], "grid"), ("p", "编制单位：" + OCEAN_ZH)],
    L("oog-lashing-plan", "BZ-2025-071", OCEAN_ZH, HARBOUR_ZH, "2025-12-15", None, ["GB-G3016"], [], ["zh"]), ["床身", "BZ-2025-071"])
