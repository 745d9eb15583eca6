"""What somebody writes is refused where it is stored, whatever the screen was when they began."""

import pytest
from wagtail_localize.models import StringSegment

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.translations.table.writing import write
from tests.support.factories import make_post
from tests.support.helpers import fresh, publish, translate

pytestmark = pytest.mark.django_db


def test_what_is_locked_by_now_is_not_written(people):
    """By a translator whose window was opened before an editor locked the page."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    page, record = translate(post, people.translator)
    segment = StringSegment.objects.filter(source=record.source).first()
    write(record, segment, "Före", people.translator, fresh(page))
    page.locked, page.locked_by = True, people.editor
    page.save(update_fields=["locked", "locked_by"])
    with pytest.raises(Conflict):
        write(record, segment, "Efter", people.translator, fresh(page))
