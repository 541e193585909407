"""One description of a document, laid out by several programs.

A document is a list of blocks:
  ("head", name, line)   letterhead          ("title", text)  ("sub", text)  ("p", text)
  ("kv", [(label, value)], "beside" | "above" | "inline" | "boxes" | "pairs")
  ("table", [[cell]])    first row is the head
  ("sign", [text])       signature blocks    ("small", text)  ("break",)
  ("mark", text)         watermark           ("foot", text)   footer; {p} page, {n} pages
"""

import html as _html
import json
import pathlib
import tempfile

import programs

THEMES = {
    "plain": "body{font:10.5pt 'Liberation Sans','Noto Sans CJK SC',sans-serif}",
    "serif": "body{font:11pt 'Liberation Serif','Noto Serif CJK SC',serif}h1{text-align:center}",
    "cert": "body{font:11pt 'Liberation Serif','Noto Serif CJK SC',serif;text-align:center;border:3px double #346;"
            "padding:10mm 12mm}h1{font-size:26pt;letter-spacing:2px;color:#346}table{margin:auto}td{text-align:left}",
    "blue": "body{font:10pt 'DejaVu Sans','Noto Sans CJK SC',sans-serif}h1{color:#fff;background:#15406b;padding:4mm}"
            "th{background:#dde7f2}",
    "columns": "body{font:9.5pt 'Liberation Sans','Noto Sans CJK SC',sans-serif}.flow{columns:2;column-gap:9mm}"
               "h1{font-size:17pt;column-span:all}",
}


def esc(text):
    return _html.escape(text).replace("\n", "<br>")


def html(blocks, theme="plain", lang="en"):
    out, foot, mark = [], "", ""
    for b in blocks:
        kind = b[0]
        if kind == "head":
            out.append(f"<div class=head><b>{esc(b[1])}</b><br><span>{esc(b[2])}</span></div>")
        elif kind == "title":
            out.append(f"<h1>{esc(b[1])}</h1>")
        elif kind == "sub":
            out.append(f"<h2>{esc(b[1])}</h2>")
        elif kind == "p":
            out.append(f"<p>{esc(b[1])}</p>")
        elif kind == "small":
            out.append(f"<p class=small>{esc(b[1])}</p>")
        elif kind == "kv":
            style = b[2] if len(b) > 2 else "beside"
            if style == "beside":
                rows = "".join(f"<tr><td class=k>{esc(k)}</td><td>{esc(v)}</td></tr>" for k, v in b[1])
                out.append(f"<table class=kv>{rows}</table>")
            elif style == "pairs":
                pairs = [b[1][i:i + 2] for i in range(0, len(b[1]), 2)]
                rows = "".join("<tr>" + "".join(f"<td class=k style='width:17%'>{esc(k)}</td><td style='width:33%'>{esc(v)}</td>" for k, v in r) + "</tr>" for r in pairs)
                out.append(f"<table class='kv grid'>{rows}</table>")
            elif style == "above":
                out.append("".join(f"<div class=above><span>{esc(k)}</span><div>{esc(v)}</div></div>" for k, v in b[1]))
            elif style == "boxes":
                out.append("<div class=boxes>" + "".join(f"<div><span>{esc(k)}</span><br>{esc(v)}</div>" for k, v in b[1]) + "</div>")
            else:
                out.append("".join(f"<p class=line><b>{esc(k)}:</b> {esc(v)}</p>" for k, v in b[1]))
        elif kind == "table":
            head = "".join(f"<th>{esc(c)}</th>" for c in b[1][0])
            body = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in r) + "</tr>" for r in b[1][1:])
            out.append(f"<table class=grid><tr>{head}</tr>{body}</table>")
        elif kind == "sign":
            out.append("<div class=sign>" + "".join(f"<div>{esc(t)}</div>" for t in b[1]) + "</div>")
        elif kind == "break":
            out.append("<div style='break-after:page'></div>")
        elif kind == "mark":
            mark = f"<div class=mark>{esc(b[1])}</div>"
        elif kind == "foot":
            foot = b[1]
    # Chromium knows page counters in margin boxes only.
    parts = json.dumps(foot, ensure_ascii=False).replace("{p}", '" counter(page) "').replace("{n}", '" counter(pages) "')
    page = f"@page{{size:A4;margin:18mm 16mm 20mm;@bottom-center{{content:{parts};font:8pt sans-serif;color:#555}}}}"
    css = page + THEMES[theme] + """
.head{border-bottom:2px solid #345;padding-bottom:2mm;margin-bottom:5mm}.head b{font-size:14pt}.head span{font-size:8.5pt;color:#444}
table{border-collapse:collapse;margin:3mm 0;width:100%}.grid td,.grid th{border:1px solid #888;padding:1mm 2mm;font-size:9.5pt}
td{vertical-align:top;padding:1mm 2mm}td.k{color:#333;font-weight:bold;width:32%}.above{margin:2.5mm 0}.above span{font-size:8pt;color:#666}
.above div{font-size:12pt}.boxes{display:grid;grid-template-columns:1fr 1fr}.boxes div{border:1px solid #333;padding:1.5mm;min-height:12mm}
.boxes span{font-size:7.5pt}.sign{display:flex;justify-content:space-between;margin-top:14mm}.small{font-size:8pt;color:#444}.line{margin:1mm 0}
.mark{position:fixed;top:95mm;left:10mm;font-size:70pt;color:#0001;transform:rotate(-35deg)}"""
    return (f"<!doctype html><html lang={lang}><meta charset=utf-8><title></title><style>{css}</style>"
            f"<body>{mark}<div class=flow>{''.join(out)}</div></body></html>")


def by_chromium(blocks, path, theme="plain", lang="en"):
    with tempfile.TemporaryDirectory() as home:
        source = pathlib.Path(home) / "page.html"
        source.write_text(html(blocks, theme, lang), encoding="utf-8")
        programs.chromium(source, path)


def by_text(blocks, path, encoding="utf-8", newline="\r\n"):
    pathlib.Path(path).write_bytes(newline.join(plain(blocks)).encode(encoding))


def plain(blocks):
    lines = []
    for b in blocks:
        if b[0] == "head":
            lines += [b[1], *b[2].split("\n"), "=" * 60, ""]
        elif b[0] in ("title", "sub"):
            lines += [b[1], ""]
        elif b[0] in ("p", "small"):
            lines += [*b[1].split("\n"), ""]
        elif b[0] == "kv":
            above = len(b) > 2 and b[2] == "above"
            for k, v in b[1]:
                lines += [k, "    " + v.replace("\n", "\n    "), ""] if above else [f"{k}: {v}"]
            lines.append("")
        elif b[0] == "table":
            lines += ["\t".join(c.replace("\n", " ") for c in r) for r in b[1]] + [""]
        elif b[0] == "sign":
            lines += [*b[1], ""]
    return lines


def by_fpdf(blocks, path, footer=True):
    from fpdf import FPDF
    fonts = "/usr/share/fonts/truetype/"
    foot = next((b[1] for b in blocks if b[0] == "foot"), "")

    class Paper(FPDF):
        def footer(self):
            if foot:
                self.set_y(-14)
                self.set_font("D", size=8)
                self.cell(0, 8, foot.replace("{p}", str(self.page_no())).replace("{n}", "{nb}"), align="C")

    pdf = Paper(format="A4")
    pdf.add_font("D", "", fonts + "dejavu/DejaVuSans.ttf")
    pdf.add_font("D", "B", fonts + "dejavu/DejaVuSans-Bold.ttf")
    pdf.add_font("F", "", fonts + "droid/DroidSansFallbackFull.ttf")
    pdf.set_fallback_fonts(["F"], exact_match=False)
    pdf.set_auto_page_break(True, 18)
    pdf.add_page()

    def text(value, size=10, style="", align="L", gap=1.5):
        pdf.set_font("D", style, size)
        pdf.multi_cell(0, size * 0.5, value, align=align, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(gap)

    for b in blocks:
        if b[0] == "head":
            text(b[1], 13, "B", gap=0)
            text(b[2], 8, gap=4)
        elif b[0] == "title":
            text(b[1], 18, "B", "C", 4)
        elif b[0] == "sub":
            text(b[1], 12, "B", gap=2)
        elif b[0] in ("p", "small"):
            text(b[1], 10 if b[0] == "p" else 8, gap=2.5)
        elif b[0] == "kv":
            for k, v in b[1]:
                if len(b) > 2 and b[2] == "above":
                    text(k, 8, gap=0)
                    text(v, 11, gap=2)
                else:
                    pdf.set_font("D", "B", 10)
                    top = pdf.get_y()
                    pdf.multi_cell(58, 5.5, k, align="L", new_x="RIGHT", new_y="TOP")
                    pdf.set_font("D", "", 10)
                    pdf.multi_cell(0, 5.5, v, align="L", new_x="LMARGIN", new_y="NEXT")
            pdf.ln(2)
        elif b[0] == "table":
            pdf.set_font("D", "", 9)
            with pdf.table(first_row_as_headings=False) as table:
                for r in b[1]:
                    row = table.row()
                    for c in r:
                        row.cell(c)
            pdf.ln(3)
        elif b[0] == "sign":
            pdf.ln(8)
            text("          ".join(b[1]), 9)
        elif b[0] == "break":
            pdf.add_page()
    pdf.output(str(path))


def by_reportlab(blocks, path, cid=True):
    """With `cid`, text in STSong-Light by UniGB-UCS2-H: no embedded font, a predefined CMap."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table
    font, wrap = ("STSong-Light", "CJK") if cid else ("Helvetica", None)
    if cid:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def style(size, align=0):
        return ParagraphStyle(f"s{size}{align}", fontName=font, fontSize=size, leading=size * 1.4, wordWrap=wrap, alignment=align)

    def para(text, size=10, align=0):
        return Paragraph(_html.escape(text).replace("\n", "<br/>"), style(size, align))

    story = []
    foot = next((b[1] for b in blocks if b[0] == "foot"), "")
    mark = next((b[1] for b in blocks if b[0] == "mark"), "")
    grid = [("GRID", (0, 0), (-1, -1), 0.4, "#888888"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    for b in blocks:
        if b[0] == "head":
            story += [para(b[1], 14), para(b[2], 8), Spacer(1, 10)]
        elif b[0] == "title":
            story += [para(b[1], 19, 1), Spacer(1, 10)]
        elif b[0] == "sub":
            story += [para(b[1], 12), Spacer(1, 4)]
        elif b[0] in ("p", "small"):
            story += [para(b[1], 10 if b[0] == "p" else 8), Spacer(1, 6)]
        elif b[0] == "kv":
            how = b[2] if len(b) > 2 else "beside"
            if how == "above":
                for k, v in b[1]:
                    story += [para(k, 8), para(v, 11), Spacer(1, 4)]
            elif how == "inline":
                story += [para(f"{k}：{v}" if cid else f"{k}: {v}") for k, v in b[1]] + [Spacer(1, 4)]
            else:
                story += [Table([[para(k), para(v)] for k, v in b[1]], colWidths=(150, 340), style=grid), Spacer(1, 8)]
        elif b[0] == "table":
            story += [Table([[para(c, 9) for c in r] for r in b[1]], style=grid), Spacer(1, 8)]
        elif b[0] == "sign":
            story += [Spacer(1, 24), Table([[para(t) for t in b[1]]])]
        elif b[0] == "break":
            story.append(PageBreak())

    def frame(canvas, doc):
        canvas.setFont(font, 8)
        canvas.drawCentredString(297, 30, foot.replace("{p}", str(doc.page)).replace("{n}", "1"))
        if mark:
            canvas.saveState()
            canvas.setFont(font, 60)
            canvas.setFillGray(0.9)
            canvas.translate(120, 300)
            canvas.rotate(40)
            canvas.drawString(0, 0, mark)
            canvas.restoreState()

    SimpleDocTemplate(str(path), pagesize=A4).build(story, onFirstPage=frame, onLaterPages=frame)


def typst_source(blocks, font="Noto Serif CJK SC", lang="en"):
    q = lambda t: "#" + json.dumps(t, ensure_ascii=False)
    c = lambda t: "[" + " \\ ".join(q(x) for x in t.split("\n")) + "]"
    foot = next((b[1] for b in blocks if b[0] == "foot"), "")
    mark = next((b[1] for b in blocks if b[0] == "mark"), "")
    p = json.dumps(foot, ensure_ascii=False).replace("{p}", '" + str(here().page()) + "').replace("{n}", '" + str(counter(page).final().first()) + "')
    behind = f", background: rotate(-40deg, text(60pt, fill: luma(88%), {json.dumps(mark, ensure_ascii=False)}))" if mark else ""
    out = [f'#set page(paper: "a4", margin: 20mm, footer: context align(center, text(8pt, {p})){behind})',
           f'#set text(font: ("Liberation Sans", "{font}"), size: 10.5pt, lang: "{lang}")']
    for b in blocks:
        if b[0] == "head":
            out.append(f"#text(14pt, weight: \"bold\")[{q(b[1])}] \\ #text(8pt){c(b[2])}\n#line(length: 100%)")
        elif b[0] == "title":
            out.append(f"#align(center, text(20pt, weight: \"bold\"){c(b[1])})")
        elif b[0] == "sub":
            out.append(f"#text(12pt, weight: \"bold\"){c(b[1])}\n")
        elif b[0] == "p":
            out.append(c(b[1]).join(("#", "\n")))
        elif b[0] == "small":
            out.append(f"#text(8pt){c(b[1])}\n")
        elif b[0] == "kv" and len(b) > 2 and b[2] == "above":
            out += [f"#text(8pt, fill: gray){c(k)} \\ #text(12pt){c(v)}\n" for k, v in b[1]]
        elif b[0] == "kv" and len(b) > 2 and b[2] == "inline":
            out += [f"*{q(k + ':')}* #{c(v)}\n" for k, v in b[1]]
        elif b[0] == "kv":
            out.append("#grid(columns: (36%, 1fr), row-gutter: 8pt, " + ", ".join(f"{c(k)}, {c(v)}" for k, v in b[1]) + ")")
        elif b[0] == "table":
            out.append(f"#table(columns: {len(b[1][0])}, " + ", ".join(c(x) for r in b[1] for x in r) + ")")
        elif b[0] == "sign":
            out.append(f"#v(12mm)\n#grid(columns: {len(b[1])}, gutter: 12mm, " + ", ".join(c(x) for x in b[1]) + ")")
        elif b[0] == "break":
            out.append("#pagebreak()")
    return "\n\n".join(out)


def by_typst(blocks, path, font="Noto Serif CJK SC", lang="en"):
    import typst
    with tempfile.TemporaryDirectory() as home:
        source = pathlib.Path(home) / "main.typ"
        source.write_text(typst_source(blocks, font, lang), encoding="utf-8")
        typst.compile(str(source), output=str(path))
