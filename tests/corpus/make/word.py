"""Documents as Word writes them, by python-docx: header, footer with page fields, tables, and on
request text boxes and tracked changes."""

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _field(paragraph, code):
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        if kind:
            run._r.append(parse_xml(f'<w:fldChar {W} w:fldCharType="{kind}"/>'))
        else:
            run._r.append(parse_xml(f'<w:instrText {W} xml:space="preserve"> {code} </w:instrText>'))


def text_box(paragraph, text):
    """A VML text box as older Word versions write it."""
    paragraph._p.append(parse_xml(
        f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:220pt;height:48pt">'
        f'<v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>'
        f'</v:shape></w:pict></w:r>'))


def tracked(paragraph, deleted, inserted):
    """A change that nobody accepted yet: the old words stay in the file."""
    who = 'w:author="Wang Lei" w:date="2026-02-11T09:12:00Z"'
    paragraph._p.append(parse_xml(f'<w:del {W} w:id="11" {who}><w:r><w:delText xml:space="preserve">{deleted}</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="12" {who}><w:r><w:t xml:space="preserve">{inserted}</w:t></w:r></w:ins>'))


def write(blocks, path):
    paper = docx.Document()
    normal = paper.styles["Normal"]
    normal.font.name = "Liberation Sans"
    normal.font.size = Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Sans CJK SC")
    section = paper.sections[0]
    for b in blocks:
        kind = b[0]
        if kind == "head":
            section.header.paragraphs[0].text = b[1]
            for line in b[2].split("\n"):
                section.header.add_paragraph(line).runs[0].font.size = Pt(8)
        elif kind == "title":
            p = paper.add_paragraph()
            p.alignment = WD_ALIGN_PARAGRAPH.CENTER
            r = p.add_run(b[1])
            r.bold, r.font.size = True, Pt(18)
        elif kind == "sub":
            paper.add_paragraph().add_run(b[1]).bold = True
        elif kind in ("p", "small"):
            p = paper.add_paragraph(b[1])
            if kind == "small":
                p.runs[0].font.size = Pt(8)
        elif kind == "kv":
            how = b[2] if len(b) > 2 else "beside"
            if how == "inline":
                for k, v in b[1]:
                    p = paper.add_paragraph()
                    p.add_run(k + ": ").bold = True
                    p.add_run(v)
            elif how == "above":
                for k, v in b[1]:
                    paper.add_paragraph().add_run(k).font.size = Pt(8)
                    paper.add_paragraph(v)
            else:
                t = paper.add_table(0, 2)
                t.style = "Table Grid" if how != "beside" else "Normal Table"
                for k, v in b[1]:
                    cells = t.add_row().cells
                    cells[0].text, cells[1].text = k, v
                paper.add_paragraph()
        elif kind == "table":
            t = paper.add_table(0, len(b[1][0]))
            t.style = "Table Grid"
            for r in b[1]:
                for cell, value in zip(t.add_row().cells, r):
                    cell.text = value
            paper.add_paragraph()
        elif kind == "sign":
            paper.add_paragraph("\t\t".join(b[1]))
        elif kind == "break":
            paper.add_page_break()
        elif kind == "box":
            text_box(paper.add_paragraph(), b[1])
        elif kind == "tracked":
            tracked(paper.add_paragraph(b[1]), b[2], b[3])
        elif kind == "foot":
            p = section.footer.paragraphs[0]
            rest = b[1]
            for token, code in (("{p}", "PAGE"), ("{n}", "NUMPAGES")):
                before, found, rest = rest.partition(token)
                p.add_run(before)
                if found:
                    _field(p, code)
            p.add_run(rest)
    paper.save(str(path))
