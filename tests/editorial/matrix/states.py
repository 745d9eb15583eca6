"""A post of one guest in each state, a translation in each, and the people who come to it."""

from wagtail.models import Locale
from wagtail_localize.models import OverridableSegment, StringSegment

from home.create_site import groups
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.translations import translating
from tests.editorial.every_address import scene
from tests.support.factories import make_author, make_post, make_user
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    make_slot,
    publish,
    publish_translation,
    revise,
    send,
    submit,
    translate,
)

# In the order of the columns; those in capitals are asked about in every run, all in `make soak`.
STATES = ("DRAFT", "REVIEW", "changes", "WAITING", "live", "revised", "DOWN")
ROLES = (
    "anonymous",
    "owner",
    "coauthor",
    "stranger",
    "translator",
    "reviewer",
    "editor",
    "superuser",
)
# Likewise.
ASKED_IN_EVERY_RUN = ("coauthor", "stranger", "translator", "editor")


def set_the_scene(people):
    """What every address needs, and ``post_<state>`` and ``translation_<state>``."""
    made = scene.set_the_scene(people)
    made["coauthor"] = make_user("kanssa", groups.WRITERS)
    made["stranger"] = make_user("vieras", groups.WRITERS)
    profiles = [
        make_author(name, "Tila", user=user)
        for name, user in (("Oma", people.writer), ("Kanssa", made["coauthor"]))
    ]

    def post(kind, state):
        return make_post(people.writer, f"{kind} {state}", profiles)

    for state in STATES:
        made[f"post_{state}"] = original_in(state, post("Oma", state), people)
        made[f"translation_{state}"] = translation_in(
            state, post("Pohja", state), people
        )
    return made


def original_in(state, post, people):
    if state in ("live", "revised", "DOWN"):
        publish(post, people.writer, people.editor)
    if state in ("REVIEW", "changes", "WAITING"):
        submit(post, people.writer)
    if state == "changes":
        ask_for_changes(post, people.editor)
    if state == "WAITING":
        make_slot(post)
        approve(post, people.editor)
    if state == "revised":
        revise(post, people.writer, title="Uusi versio")
    if state == "DOWN":
        fresh(post).unpublish(user=people.editor)
    return fresh(post)


def translation_in(state, post, people):
    """The Swedish version of ``post``."""
    if state == "WAITING":
        original_in(state, post, people)
    else:
        publish(post, people.writer, people.editor)
    post = fresh(post)
    if state in ("live", "revised", "DOWN"):
        target = publish_translation(post, people.translator, people.reviewer)
    else:
        target, record = translate(post, people.translator)
    if state in ("REVIEW", "changes", "WAITING"):
        fill_in(record, people.translator)
        send(record, people.translator)
    if state == "changes":
        ask_for_changes(target, people.reviewer)
    if state == "WAITING":
        approve(target, people.reviewer)
    if state == "revised":
        record = translation_of(fresh(target))
        fill_in(record, people.translator, lambda text: f"ny {text}")
        swedish = Locale.objects.get(language_code="sv")
        translating.save_draft(record.source, swedish, people.translator)
    if state == "DOWN":
        fresh(target).unpublish(user=people.editor)
        fresh(post).unpublish(user=people.editor)
    return fresh(target)


def places_of(page):
    """What stands in the places of addresses that are about ``page``."""
    state = page.workflow_states.order_by("pk").last()
    record = translation_of(page)
    found = {
        "page_id": page.pk,
        "page_pk": page.pk,
        "page_to_move_id": page.pk,
        "object_id": page.pk,
        "pk": page.pk,
        "revision_id": page.latest_revision_id,
        "revision_id_a": page.latest_revision_id,
        "revision_id_b": "latest",
        "workflow_state_id": state.pk if state else 0,
        "task_state_id": state.current_task_state_id if state else 0,
        "translation_id": record.pk if record else 0,
        "translation_source_id": record.source_id if record else 0,
        "string_segment_id": 0,
        "overridable_segment_id": 0,
        "app_label": "blog",
        "model_name": "blogpage",
    }
    if record:
        for name, model in (
            ("string_segment_id", StringSegment),
            ("overridable_segment_id", OverridableSegment),
        ):
            segment = model.objects.filter(source=record.source).first()
            found[name] = segment.pk if segment else 0
    return {name: [value] for name, value in found.items()}
