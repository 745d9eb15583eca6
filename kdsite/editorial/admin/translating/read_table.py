"""The table as whoever decides on a translation reads it: what is missing or said otherwise is marked."""

from kdsite.editorial.texts.translation_strings import changed_since
from kdsite.editorial.translations.table.rows import text_rows_of


def read_table(record, revision):
    """What the review of a translation shows beside the page: the context of its template; nothing where
    there is none (``record`` is ``None``), or where its strings are newer than ``revision``."""
    if record is None or changed_since(record, revision.created_at):
        return {}
    rows = text_rows_of(record)
    marked = [row for row in rows if _is_marked(row)]
    return {
        "table": rows,
        "marked": len(marked),
        "source_language": record.source.locale.language_code,
        "language": record.target_locale.language_code,
    }


def _is_marked(row):
    return bool(row.lacks or row.waived) or any(term.is_otherwise for term in row.terms)
