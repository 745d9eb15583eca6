"""A translation is sent for review, or a correction of it is saved: only where nothing is left to do."""

from django.db import transaction
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.follow_ups.queue import gathered
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.link_schemes import check_links
from kdsite.editorial.publishing.manifest import check_files
from kdsite.editorial.review import submission
from kdsite.editorial.review.completeness import check_complete
from kdsite.editorial.texts import translation_strings
from kdsite.editorial.texts.left_to_do import left_of
from kdsite.editorial.translations.translating import save_draft


@transaction.atomic
@gathered()
def send_for_review(translation, user, opened=None, files_seen=""):
    """Save the translation as a revision and send it for review; a correction stays in review.

    :param opened: when ``user`` opened the editor; what others wrote since they have not read.
    :param files_seen: :func:`.manifest.files_of` the translation as the editor showed it.
    :raises Conflict: somebody else has written since, or changed a file in it.
    :raises Incomplete: strings are missing; the message says how many.
    :raises Refusal: a link does something else than lead somewhere.
    """
    target = guard.lock_page(translation.get_target_instance().pk).specific
    if opened and translation_strings.changed_since(translation, opened, but_by=user):
        raise Conflict(
            _(
                "Somebody else has changed the translation since you opened it. Read it again."
            )
        )
    check_complete(translation)
    in_review = target.workflow_in_progress
    draft, _created = save_draft(translation.source, translation.target_locale, user)
    check_files(draft, files_seen)
    if not in_review:
        for companion in draft.companions():
            record = translation_of(companion)
            if record and left_of(record).is_nothing and not companion.get_lock():
                # In the name of whoever wrote it: ``user`` may never have opened it.
                writer = translation_strings.last_writer(record) or user
                save_draft(record.source, record.target_locale, writer)
        submission.submit(target, user)
    else:
        check_links(draft.latest_revision)
        # ``target`` still calls the version before the correction its newest.
        submission.correct(draft, user)
    return target
