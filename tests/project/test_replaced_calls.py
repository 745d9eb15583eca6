"""A tour of the site calls each name on the list of what is replaced: an upgrade in which one is
no longer called fails here, and says which."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.forms import modelform_factory
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.compare import register_comparison_class
from wagtail.admin.signal_handlers import register_signal_handlers
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from blog.models import BlogIndexPage, BlogPage
from kdsite.blocks.story import LabelledImageBlock, TableBlock
from kdsite.editorial.admin.version_differences import DateComparison
from kdsite.editorial.models import Release
from kdsite.editorial.notifications import review_events
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.publishing.page_form import EditorialPageForm
from kdsite.images.models import SiteImage
from kdsite.images.renditions import filters_by_name
from tests.project.recording import Recording
from tests.project.tour import (
    format_text,
    invite_and_close_account,
    take_down,
    upload,
)
from tests.support.factories import (
    index,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import (
    edit_url,
    fill_in,
    form_data,
    fresh,
    logged_in,
    publish,
    revise,
    send,
    send_after_reading,
)

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


def test_every_name_is_called(people, monkeypatch, django_capture_on_commit_callbacks):
    with Recording() as recording:
        make_at_import()
        write(people)
        change_and_send(people)
        # Pictures are drawn after the commit.
        with django_capture_on_commit_callbacks(execute=True):
            post = release(people)
        look(people, post)
        with django_capture_on_commit_callbacks(execute=True):
            readdress(people)
        choose(people, recording)
        translate(people, post, recording)
        upload(people)
        format_text(people)
        take_down(people)
        invite_and_close_account(people)
        put_back(people, post, monkeypatch, recording)
    not_called = recording.not_called()
    assert not not_called, "\n".join(not_called)


def make_at_import():
    """What runs once in a process: blocks, the widgets of forms, registers."""
    LabelledImageBlock()
    TableBlock()
    SiteImage._meta.get_field("file").clone()
    filters_by_name.__wrapped__()
    modelform_factory(BlogPage, form=EditorialPageForm, fields=["question"])
    register_comparison_class(
        models.DateField, comparison_class=DateComparison, exact_class=True
    )


def write(people):
    """A new page: autosaved, then the same form again by the button."""
    url = reverse(
        "wagtailadmin_pages:add", args=["blog", "blogpage", index(BlogIndexPage).pk]
    )
    client = logged_in(people.writer)
    form = client.get(url).context["form"]
    data = form_data(form) | {
        "new_page": str(form.instance.translation_key),
        "title": "Uusi",
        "slug": "",
        "lead": "Ingressi",
        "body-count": "0",
    }
    client.post(url, data, headers=JSON)
    client.post(url, data)
    client.post(url, data | {"new_page": "", "action-submit": "1"})


def change_and_send(people):
    """In the editor: autosaved, saved with an error, sent, taken back, sent again; and once more
    when changes were asked for. The form is loaded once: one's own versions are no conflict. Then
    an older version is looked at."""
    page = make_theme(saved_by=people.editor)
    client = logged_in(people.editor)
    shown = client.get(edit_url(page)).context
    data = form_data(shown["form"]) | {
        "loaded_revision_id": str(page.latest_revision_id),
        "loaded_revision_created_at": shown["loaded_revision_created_at"],
    }
    client.post(edit_url(page), data | {"title": "Tallennettu"}, headers=JSON)
    client.post(edit_url(page), data | {"title": ""})
    for action in ("submit", "cancel-workflow", "submit"):
        client.post(edit_url(page), data | {f"action-{action}": "1"})
    decide(people.editor2, page, "reject", comment="Kerro lisää.")
    client.post(edit_url(page), data | {"action-restart-workflow": "1"})
    older = [page.pk, page.latest_revision_id]
    client.get(reverse("wagtailadmin_pages:revisions_revert", args=older))


def release(people):
    """A post with a picture, from the writer to a reader."""
    image = make_image(people.writer)
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    send_after_reading(logged_in(people.writer), post)
    decide(people.editor, post, "approve")
    post = fresh(post)
    Client().get(post.url)
    return post


def readdress(people):
    """A public post gets another address."""
    post = publish(make_post(people.writer, "Kolmas"), people.writer, people.editor)
    revise(post, people.writer, slug="kolmas-osoite")
    publish(post, people.writer, people.editor)


def decide(user, page, action, **data):
    url = reverse("editorial:review", args=[page.pk])
    client = logged_in(user)
    seen = client.get(url).context["form"].initial["seen"]
    client.post(url, {"seen": seen, "action": action} | data)


def look(people, post):
    """A list with its filters, comparison, record, account, preview."""
    client = logged_in(people.editor)
    client.get(reverse("wagtailadmin_home"))
    client.get(reverse("wagtailadmin_account"))
    client.get("/admin/settings/editorial/rhythm/", follow=True)
    usage = reverse("wagtailadmin_pages:type_use", args=["blog", "blogpage"])
    client.get(usage, {"edited_by": people.writer.pk})
    record = reverse("editorial:record", args=[Release.objects.get().pk])
    b"".join(client.get(record, {"export": "csv"}))
    heading = BlogPage.body.field.stream_block.child_blocks["heading"]
    preview = reverse("wagtailadmin_block_preview")
    client.get(preview, {"id": heading.definition_prefix})
    body = [("heading", {"text": "Sitten puhutaan", "level": "h2"})]
    revise(post, people.writer, body=body)
    question = make_question(datetime.date(2026, 11, 1), saved_by=people.editor)
    revise(question, people.editor, question="Mitä muuta kysyisit?")
    for page in (post, question):
        versions = page.revisions.order_by("pk").values_list("pk", flat=True)
        args = [page.pk, *versions]
        client.get(reverse("wagtailadmin_pages:revisions_compare", args=args))


def choose(people, recording):
    """The label of the first tab is no code, but what the page is given."""
    client = logged_in(people.editor)
    response = client.get(reverse("wagtailimages_chooser:choose"))
    if response.context["search_tab_label"] is ChooserViewSet.search_tab_label:
        recording.seen.add(
            "wagtail.admin.viewsets.chooser.ChooserViewSet.search_tab_label"
        )


def translate(people, post, recording):
    """From an approved post to a translation in review, which follows a change of the original;
    and what wagtail-localize itself does then."""
    start = reverse("editorial:translate", args=[post.pk, "sv"])
    client = logged_in(people.translator)
    client.post(start)
    target = post.get_translations().get()
    recording.shown(client.get(edit_url(target)))
    revise(post, people.writer, title="Muutettu")
    publish(post, people.writer, people.editor)
    client.post(start)
    record = translation_of(target)
    fill_in(record, people.translator)
    write_strings(client, record)
    client.post(reverse("editorial:send_translation", args=[record.pk]))
    send(record, people.translator)
    review = reverse("editorial:review", args=[target.pk])
    logged_in(people.reviewer).get(review)
    revise(target, people.translator, lead="Annat")
    logged_in(people.reviewer).get(review)
    # No address of wagtail-localize that does this is open here.
    record.source.update_from_db()
    record.save_target(user=people.translator, publish=False)


def write_strings(client, record):
    """A string, a picture and a PO file, there and back."""
    source, form = record.source, "application/x-www-form-urlencoded"
    picture_id = source.overridablesegment_set.first().data
    for name, segments, value in (
        ("edit_string_translation", source.stringsegment_set, 1),
        ("edit_override", source.overridablesegment_set, picture_id),
    ):
        args = [record.pk, segments.first().pk]
        url = reverse(f"wagtail_localize:{name}", args=args)
        client.put(url, f"value={value}", form)
    po = client.get(reverse("wagtail_localize:download_pofile", args=[record.pk]))
    url = reverse("wagtail_localize:upload_pofile", args=[record.pk])
    client.post(url, {"file": SimpleUploadedFile("sv.po", po.content)})


def put_back(people, post, monkeypatch, recording):
    """What is taken away is called where it is not taken away."""
    name = "register_page_header_buttons"
    monkeypatch.setitem(hooks._hooks, name, [])
    hooks.register(name, page_listing_more_buttons)
    logged_in(people.admin).get(edit_url(post))
    monkeypatch.undo()
    if "wagtail_localize.wagtail_hooks.page_listing_more_buttons" in recording.seen:
        recording.seen.add("wagtail.hooks._hooks")
    register_signal_handlers()
    review_events.connect()
