"""What people write in the admin's fields, by several at once."""

import json

from wagtail.admin.rich_text import get_rich_text_editor_widget

from tests.support.at_once import at_once, refusals


def test_two_who_open_texts_at_once_each_get_their_own():
    """One field serves every request of a process."""
    field = get_rich_text_editor_widget()

    def reads(number):
        own = f"Kappale {number} ja <b>lihavaa</b>"
        html = f"<p>{own}</p>" * 20

        def read():
            for _ in range(50):
                blocks = json.loads(field.format_value(html))["blocks"]
                assert [b["text"] for b in blocks] == [
                    f"Kappale {number} ja lihavaa"
                ] * 20

        return read

    assert refusals(at_once(*[reads(number) for number in range(4)])) == []
