"""Workbooks by openpyxl, and through LibreOffice Calc."""

import datetime
import pathlib
import tempfile

import openpyxl
from openpyxl.styles import Font

import programs


def day(iso):
    return datetime.date.fromisoformat(iso)


def workbook(sheets, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet["A1"].font = Font(bold=True, size=14)
        for column, width in zip("ABCDEFG", (24, 44, 14, 16, 16, 12, 12)):
            sheet.column_dimensions[column].width = width
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, datetime.date):
                    cell.number_format = "yyyy-mm-dd"
    book.save(str(path))


def through_calc(sheets, path, to):
    with tempfile.TemporaryDirectory() as home:
        source = pathlib.Path(home) / "in.xlsx"
        workbook(sheets, source)
        programs.soffice(source, path, to)
