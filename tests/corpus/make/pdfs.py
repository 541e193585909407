"""PDF files written by hand, to be wrong in one place each."""

import re
import zlib


def build(objects, tail=b"", first=b""):
    """Numbers the objects from 1; object 1 is the catalogue. Cross-reference table as it should be."""
    out, places = b"%PDF-1.4\n" + first, []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    tail = tail.replace(b"TABLE", b"%d" % table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, tail, table)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
WORDS = b"BT /F1 14 Tf 72 700 Td (the only page) Tj ET"
CONTENT = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(WORDS), WORDS)


def page(parent=2, content=4, font=5):
    return b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 %d 0 R >> >> >>" % (parent, content, font)


def startxref_zero(data):
    return re.sub(rb"startxref\s+\d+", b"startxref\n0", data)


def cycle():
    return build([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2 >>", b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>"])


def claims_pages():
    return build([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 100000 >>", page(), CONTENT, FONT])


def prev_loop():
    return build([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page(), CONTENT, FONT], tail=b"/Prev TABLE")


def page_bomb():
    levels = [b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join([b"%d 0 R" % (n + 3)] * 10), 10 ** (5 - n)) for n in range(5)]
    return build([CATALOG, *levels, page(6, 8, 9), CONTENT, FONT])


def deep_arrays():
    depth = 200000
    return build([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page()[:-2] + b"/X " + b"[" * depth + b"]" * depth + b" >>", CONTENT, FONT])


def stream_bomb():
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * 10**7) for _ in range(100)) + packer.compress(WORDS) + packer.flush()
    return build([CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page(), b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data), FONT])
