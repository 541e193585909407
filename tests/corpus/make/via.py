"""Chains of programs: the last name a chain carries is what `made_by` says."""

import pathlib
import shutil
import tempfile

import programs
import render
import word
from corpus import add

NAMES = {
    "chromium": "Chromium print to PDF",
    "typst": "typst",
    "fpdf": "fpdf2",
    "cid": "ReportLab, STSong-Light with UniGB-UCS2-H, font not embedded",
    "reportlab": "ReportLab, standard font Helvetica",
    "docx": "python-docx",
    "lo-pdf": "python-docx, then LibreOffice Writer to PDF",
    "lo-docx": "python-docx, then saved as docx by LibreOffice Writer",
    "lo-pdfa": "python-docx, then LibreOffice Writer to PDF/A-1b",
    "odt": "LibreOffice Writer, OpenDocument text",
    "utf-8": "text in UTF-8", "utf-8-sig": "text in UTF-8 with a byte order mark",
    "utf-16": "text in UTF-16 with a byte order mark", "gb18030": "text in GB18030",
    "html": "HTML page",
}
STEPS = {
    "gs": ("Ghostscript pdfwrite", lambda a, b: programs.ghostscript(a, b)),
    "gs14": ("Ghostscript pdfwrite, PDF 1.4", lambda a, b: programs.ghostscript(a, b, "-dCompatibilityLevel=1.4")),
    "gsebook": ("Ghostscript pdfwrite /ebook, PDF 1.3", lambda a, b: programs.ghostscript(a, b, "-dPDFSETTINGS=/ebook", "-dCompatibilityLevel=1.3")),
    "gspdfa": ("Ghostscript pdfwrite, PDF/A-2", lambda a, b: programs.ghostscript(a, b, "-dPDFA=2", "-sColorConversionStrategy=RGB", "-dPDFACompatibilityPolicy=1")),
    "objstm": ("qpdf, object streams", lambda a, b: programs.qpdf(a, b, "--object-streams=generate", "--compress-streams=y")),
    "lin": ("qpdf, linearised", lambda a, b: programs.qpdf(a, b, "--linearize")),
    "qdf": ("qpdf, uncompressed QDF", lambda a, b: programs.qpdf(a, b, "--qdf", "--object-streams=disable")),
    "turned": ("qpdf, page turned by 90 degrees", lambda a, b: programs.qpdf(a, b, "--rotate=+90:1")),
    "owner": ("qpdf, AES-256, owner password only", lambda a, b: programs.qpdf(a, b, "--encrypt", "", "boss", "256", "--print=low", "--modify=none", "--")),
    "owner128": ("qpdf, AES-128, owner password only", lambda a, b: programs.qpdf(a, b, "--encrypt", "", "boss", "128", "--use-aes=y", "--extract=n", "--")),
    "user": ("qpdf, AES-256, user password", lambda a, b: programs.qpdf(a, b, "--encrypt", "open-me", "boss", "256", "--")),
    "rc4": ("qpdf, RC4 40 bit, user password", lambda a, b: programs.qpdf(a, b, "--allow-weak-crypto", "--encrypt", "open-me", "boss", "40", "--")),
}


def first(program, blocks, path, **options):
    if program == "chromium":
        render.by_chromium(blocks, path, **options)
    elif program == "typst":
        render.by_typst(blocks, path, **options)
    elif program == "fpdf":
        render.by_fpdf(blocks, path)
    elif program in ("cid", "reportlab"):
        render.by_reportlab(blocks, path, cid=program == "cid")
    elif program == "docx":
        word.write(blocks, path)
    elif program == "html":
        pathlib.Path(path).write_text(render.html(blocks, **options), encoding="utf-8")
    elif program in ("lo-pdf", "lo-docx", "odt", "lo-pdfa"):
        to = {"lo-pdf": "pdf", "lo-docx": "docx", "odt": "odt",
              "lo-pdfa": 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"}}'}[program]
        with tempfile.TemporaryDirectory() as home:
            source = pathlib.Path(home) / "in.docx"
            word.write(blocks, source)
            programs.soffice(source, path, to)
    else:
        render.by_text(blocks, path, encoding=program)


TYPES = {"docx": "docx", "lo-docx": "docx", "odt": "office", "html": "text"}


def doc(file, chain, blocks, labels, words, **rest):
    """Registers a document laid out by the first program of `chain` ("a > b") and passed on."""
    names = [n.strip() for n in chain.split(">")]
    options = {k: rest.pop(k) for k in ("theme", "lang", "font") if k in rest}
    made_by = ", then ".join([NAMES[names[0]]] + [STEPS[n][0] for n in names[1:]])

    def make(path):
        with tempfile.TemporaryDirectory() as home:
            at = pathlib.Path(home) / ("0" + path.suffix)
            first(names[0], blocks, at, **options)
            for i, name in enumerate(names[1:], 1):
                to = pathlib.Path(home) / f"{i}{path.suffix}"
                STEPS[name][1](at, to)
                at = to
            shutil.move(at, path)

    kind = TYPES.get(names[0]) or ("pdf" if file.endswith(".pdf") else "text")
    add(file, made_by, make, type=rest.pop("type", kind), labels=labels, words=words,
        stratum=names[0], **rest)


def scan_of(file, blocks, labels, *, effects=(), dpi=100, quality=40, also=None, **options):
    """Registers a picture of the first page, as scanned: no text in it."""
    kind = file.rsplit(".", 1)[1]
    made_by = {"jpg": "ImageMagick, scanned page as JPEG", "png": "ImageMagick, scanned page as PNG",
               "tif": "ImageMagick, then Pillow, scanned page as TIFF (deflate)",
               "pdf": "ImageMagick JPEG in a PDF by Pillow: pictures only"}[kind]

    def make(path):
        from PIL import Image
        with tempfile.TemporaryDirectory() as home:
            page = pathlib.Path(home) / "page.pdf"
            render.by_chromium(blocks, page, **options)
            if kind in ("jpg", "png"):
                programs.scan(page, path, dpi=dpi, effects=effects, quality=quality)
                return
            picture = pathlib.Path(home) / "page.jpg"
            programs.scan(page, picture, dpi=dpi, effects=effects, quality=quality)
            if kind == "tif":
                Image.open(picture).convert("1").save(path, compression="tiff_deflate", dpi=(dpi, dpi))
            else:
                Image.open(picture).save(path, "PDF", resolution=dpi)

    add(file, made_by, make, type="pdf" if kind == "pdf" else "image", expect="no-text",
        labels=labels, also=also, stratum="scan", note="Labels hold for a reader who sees the picture; no text can be read from the file.")
