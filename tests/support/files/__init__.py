"""Writers' files, written part by part: quickly, and with what no library writes.

- word: Word documents, as several programs write them.
"""
