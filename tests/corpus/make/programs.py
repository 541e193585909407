"""The other programs: each function turns one file into another."""

import os
import pathlib
import shutil
import subprocess
import tempfile


def run(*command, ok=(0,)):
    done = subprocess.run([str(c) for c in command], capture_output=True, timeout=240)
    if done.returncode not in ok:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[-800:]}")
    return done.stdout


def chromium(html, pdf):
    with tempfile.TemporaryDirectory() as home:
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}",
            "--no-pdf-header-footer", f"--print-to-pdf={pdf}", pathlib.Path(html).as_uri())
    if not os.path.exists(pdf):
        raise RuntimeError("chromium wrote nothing")


def soffice(source, target, to):
    """Saves `source` as another format: `to` is a filter such as pdf, docx, xlsx, odt."""
    with tempfile.TemporaryDirectory() as home:
        run("soffice", "--headless", f"-env:UserInstallation=file://{home}/profile",
            "--convert-to", to, "--outdir", home, source)
        made = pathlib.Path(home) / (pathlib.Path(source).stem + "." + to.split(":")[0])
        shutil.move(made, target)


def ghostscript(source, target, *options):
    run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", *options,
        f"-sOutputFile={target}", source)


def qpdf(source, target, *options):
    run("qpdf", *options, source, target, ok=(0, 3))


def scan(pdf, target, page=1, dpi=110, *, effects=(), quality=45):
    """A page as a scanner would give it: grey, slightly turned, noisy."""
    with tempfile.TemporaryDirectory() as home:
        base = f"{home}/page"
        run("pdftoppm", "-r", dpi, "-f", page, "-l", page, "-png", "-singlefile", "-gray", pdf, base)
        run("/usr/bin/convert", base + ".png", *effects, "-quality", quality, target)
