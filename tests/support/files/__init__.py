"""Writers' files, written part by part: quickly, and with what no library writes.

- odt: OpenDocument texts, as LibreOffice and Google Docs have them.
- word: Word documents, as several programs write them.
"""
