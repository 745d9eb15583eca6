"""What may be better in the language of a brought file, told before it is a draft; beside the draft each can
be dismissed."""

from bs4 import BeautifulSoup

from blog.checks.language import in_texts, sentence_of
from blog.uploading.preview import shown

PARAGRAPHS = ["p", "li", "h2", "h3", "blockquote"]


def language_advice(recognised, language):
    """A sentence for each remark on the text that was recognised, in its order, each once."""
    texts = [recognised.title, recognised.lead]
    for block in recognised.blocks:
        soup = BeautifulSoup(str(shown(block)), "html.parser")
        texts += [each.get_text() for each in soup.find_all(PARAGRAPHS)]
    found = in_texts([" ".join(text.split()) for text in texts if text], language)
    return list(dict.fromkeys(sentence_of(each) for one in found for each in one))
