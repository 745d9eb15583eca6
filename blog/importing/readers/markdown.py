"""Markdown to HTML, for texts of the size of a post."""

import markdown
from django.utils.translation import gettext as _

from blog.importing.readers.refusal import ImportRefused

# The parser's time grows with the square of these, and worse: 20 000 brackets take minutes.
MOST = {"": 200_000, "\n": 5_000, "[": 1_000, "<": 2_000}


def markdown_to_html(text):
    """Markdown with tables as HTML. Raw HTML in it stays, so the result has to be sanitised.

    :raises ImportRefused: the text is far longer than a post.
    """
    if any(text.count(mark) > most for mark, most in MOST.items()):
        raise ImportRefused(
            _(
                "The text is far longer than a post: bring only the text of the post, or save it as .docx."
            )
        )
    return markdown.markdown(text, extensions=["tables", "sane_lists"])
