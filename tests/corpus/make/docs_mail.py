"""E-mail messages, written by Python's mail package and by hand in the ways of older programs."""

import base64
import pathlib
import quopri
import tempfile
from email import encoders
from email.header import Header
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import via
from corpus import Labels as L, add
from names import *  # noqa: F403

PY = "Python email package"


def mail(file, made_by, build, words, labels=None, **rest):
    add(file, made_by, lambda p: p.write_bytes(build()), type="email", words=words, labels=labels, stratum="mail", **rest)


def small_pdf(text):
    with tempfile.TemporaryDirectory() as home:
        at = pathlib.Path(home) / "a.pdf"
        via.first("reportlab", [("title", "Packing list"), ("p", text)], at)
        return at.read_bytes()


def with_pdf():
    m = EmailMessage()
    m["From"], m["To"] = "Sun Yanan <sun@jiaodong-ocean.example>", "export@laoshan-meridian.example"
    m["Subject"], m["Date"], m["Message-ID"] = "B/L draft BPLUQDHAM2603177", "Tue, 17 Mar 2026 09:41:00 +0800", "<1@jiaodong-ocean.example>"
    m.set_content("Dear Ms Zhao,\n\nplease check the attached packing list against the draft. The vessel sails on 18 March 2026.\n\nBest regards\nSun Yanan\n" + OCEAN)
    m.add_attachment(small_pdf("LM26-0113-PL three cases gross 10605 kg"), maintype="application", subtype="pdf", filename="PL LM26-0113.pdf")
    return m.as_bytes()


mail("mail/BL draft.eml", PY + ", PDF attached in base64", with_pdf, ["please check the attached", "gross 10605 kg"],
     note="The second phrase stands in the attached PDF: wanted only where attachments are read.")


def chinese(charset, encoding, subject, body, sender="王磊"):
    head = (f"From: {Header(sender, charset).encode()} <wanglei@laoshan-meridian.example>\r\nTo: buyer@hohenlinden.example\r\n"
            f"Subject: {Header(subject, charset).encode()}\r\nDate: Mon, 2 Mar 2026 16:20:11 +0800\r\nMIME-Version: 1.0\r\n"
            f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n").encode("ascii")
    raw = body.encode("gb18030" if charset.lower() in ("gb2312", "gbk") else charset)
    if encoding == "base64":
        return head + base64.encodebytes(raw).replace(b"\n", b"\r\n")
    if encoding == "quoted-printable":
        return head + quopri.encodestring(raw).replace(b"\n", b"\r\n")
    return head + raw


mail("mail/关于验收.eml", "written byte by byte: GB18030, base64", lambda: chinese("gb18030", "base64", "关于LM-MT650出厂验收", "您好：\r\n\r\n出厂验收定于2026年3月2日至4日进行，请确认。\r\n\r\n王磊"), ["出厂验收定于", "关于LM-MT650出厂验收"])
mail("mail/gb2312 8bit.eml", "written byte by byte: charset says gb2312, bytes are GBK, 8bit", lambda: chinese("gb2312", "8bit", "信用证修改", "请将信用证最迟装运期改为2026年4月30日。\r\n收件人：喆先生（镕达公司）"), ["最迟装运期", "镕达公司"], note="镕 and 喆 are in GBK, not in GB 2312.")
mail("mail/utf8 quoted printable.eml", "written byte by byte: UTF-8, quoted-printable", lambda: chinese("utf-8", "quoted-printable", "Rückfrage zur Betriebsanleitung", "Sehr geehrte Frau Zhao,\r\n\r\nbitte senden Sie uns die Betriebsanleitung der LM-MT650 in deutscher Sprache bis zum 20.03.2026. Die Übersetzung muss die gesamte Wartung enthalten, auch Kühlschmierstoffe und Hydraulik.\r\n\r\nMit freundlichen Grüßen\r\nK. Brenner", "K. Brenner"), ["Kühlschmierstoffe und Hydraulik", "Mit freundlichen Grüßen"])


def alternative():
    m = EmailMessage()
    m["From"], m["To"], m["Subject"] = "pat@northmere.example", "sales@eastbay.example", "Re: VMC-850 – UKCA papers"
    m["Date"] = "Fri, 6 Mar 2026 11:02:45 +0000"
    m.set_content("Hi Ms Chen,\n\nour safety officer asks for the UK declaration of conformity and the noise data of the VMC-850.\n\nPat")
    m.add_alternative("<html><body><p>Hi Ms Chen,</p><p>our safety officer asks for the <b>UK declaration of conformity</b> and the noise data of the VMC-850.</p><script>alert('no text')</script></body></html>", subtype="html")
    return m.as_bytes()


mail("mail/alternative.eml", PY + ", multipart/alternative", alternative, ["our safety officer asks", "UKCA papers"], absent=["no text"])


def html_only():
    m = MIMEText("<html><head><style>p{color:red}</style></head><body><p>Bank details have <i>not</i> changed.&nbsp;Please pay invoice <b>EB-INV-0507</b> to the account named in the contract.</p></body></html>", "html", "iso-8859-1")
    m["From"], m["To"], m["Subject"], m["Date"] = "accounts@eastbay.example", "pat@northmere.example", "Payment", "Mon, 09 Mar 2026 08:00:00 +0800"
    return m.as_bytes()


mail("mail/html only.eml", PY + ", HTML only, Latin-1", html_only, ["EB-INV-0507", "to the account named"], absent=["color:red", "<b>"])


def attached_zh():
    m = MIMEMultipart()
    m["From"], m["To"], m["Subject"], m["Date"] = "sun@jiaodong-ocean.example", "export@eastbay.example", Header("装箱单及声明", "gb18030").encode(), "Wed, 18 Feb 2026 10:10:10 +0800"
    m.attach(MIMEText("附件为装箱单（CSV）和说明，请查收。", "plain", "gb18030"))
    part = MIMEBase("text", "csv")
    part.set_payload("箱号,毛重\r\n1,3480\r\n".encode("gb18030"))
    encoders.encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=("gb18030", "", "装箱单.csv"))
    m.attach(part)
    return m.as_bytes()


mail("mail/装箱单附件.eml", PY + ", GB18030 body, attachment name by RFC 2231", attached_zh, ["请查收"])


def forwarded():
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"], inner["Date"] = "k.brenner@hohenlinden.example", "sales@laoshan-meridian.example", "Order confirmation LM-HM-2025-114", "Tue, 14 Oct 2025 15:00:00 +0200"
    inner.set_content("We confirm the order for one LM-MT650.")
    m = EmailMessage()
    m["From"], m["To"], m["Subject"], m["Date"] = "sales@laoshan-meridian.example", "plant@laoshan-meridian.example", "Fwd: Order confirmation", "Wed, 15 Oct 2025 08:30:00 +0800"
    m.set_content("For your planning.")
    m.add_attachment(inner)
    return m.as_bytes()


mail("mail/Fwd order.eml", PY + ", message in message", forwarded, ["For your planning", "We confirm the order"])
