"""What of Wagtail and wagtail-localize is replaced: an upgrade that concerns it fails here.

The list is the docstring of :mod:`kdsite.editorial.publishing.replaced`.
"""

import ast
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse
from PIL import Image
from wagtail import hooks
from wagtail.admin.action_menu import PageActionMenu
from wagtail.admin.compare import TextDiff
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.signal_handlers import register_signal_handlers
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.images.forms import get_image_form
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from blog.models import BlogIndexPage, BlogPage
from kdsite.editorial.admin.choosers import PageChooser
from kdsite.editorial.admin.pages.create import SafeCreateView
from kdsite.editorial.admin.pages.edit import SafeEditView
from kdsite.editorial.admin.pages.take_down import TakeDownView
from kdsite.editorial.admin.translating import screen
from kdsite.editorial.admin.version_differences import _changed_parts
from kdsite.editorial.notifications import review_events
from kdsite.editorial.publishing.page_form import EditorialPageForm
from kdsite.editorial.publishing.replaced import READ_IN
from kdsite.editorial.translations import translating
from kdsite.images import avif
from kdsite.images.forms import WholePictureField
from kdsite.images.models import SiteImage
from kdsite.images.renditions import filters_by_name
from tests.project.upstream import checksum, places
from tests.support.factories import index, make_image, make_post
from tests.support.helpers import (
    edit_url,
    logged_in,
    publish,
    submit,
    translate,
)

pytestmark = pytest.mark.mailed

ROOT = Path(settings.BASE_DIR)
APPS = ("kdsite", "community", "blog", "home")
# How each name was written when the list was made: ``checksum  name``.
CHECKSUMS = Path(__file__).parent / "replaced.sha256"
NAMES = sorted({name for _ours, names in places() for name in names})
# Names with an underscore that are not Wagtail's, or that are for everybody.
NOT_THEIRS = {"_meta", "_default_manager"}


@pytest.mark.parametrize("package", READ_IN)
def test_the_list_was_read_in_what_is_installed(package):
    """After an upgrade: read what failed below, then write the new release here."""
    assert version(package) == READ_IN[package], "see docs/upgrading.md"


@pytest.mark.parametrize("name", NAMES)
def test_upstream_is_written_as_it_was_read(name):
    """Where it is not: compare both releases, change our place or leave it, and write the new
    checksum."""
    recorded = dict(
        reversed(line.split()) for line in CHECKSUMS.read_text("utf-8").splitlines()
    )
    assert set(recorded) == set(NAMES)
    ours = [place for place, names in places() if name in names]
    assert checksum(name) == recorded[name], f"{name} has changed: read {ours} again"


@pytest.mark.parametrize("ours", sorted({ours for ours, _names in places()}))
def test_our_places_are_there(ours):
    """A place that goes is taken from the list."""
    assert (ROOT / ours).exists() if "/" in ours else import_module(ours)


def test_every_template_of_theirs_is_on_the_list():
    """Ours lie in the folders of wagtail and wagtail-localize."""
    found = {
        str(path.relative_to(ROOT))
        for app in APPS
        for path in (ROOT / app).rglob("templates/wagtail*/**/*.html")
    }
    assert found
    assert found <= {ours for ours, _names in places()}


def test_every_private_name_is_on_the_list():
    """What begins with an underscore and is not of the object itself is somebody else's."""
    listed = {name.rpartition(".")[2] for name in NAMES} | NOT_THEIRS
    unknown = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.attr}"
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and node.attr not in listed
        and not _is_own(node, path)
    ]
    assert unknown == []


def _is_own(node, path):
    """``self._name``, or a name that the same file defines."""
    if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
        return True
    return f"{node.attr} =" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("view", "of"),
    [("add", SafeCreateView), ("edit", SafeEditView), ("unpublish", TakeDownView)],
)
def test_every_page_is_edited_in_our_views(view, of):
    """And whatever they override is on the list."""
    viewset = page_viewset_registry.get_by_type(BlogPage)
    assert getattr(viewset, f"{view}_view_class") is of
    base = next(
        each
        for each in of.__mro__
        if each.__module__.startswith("wagtail.admin.views.pages")
    )
    overridden = {
        name
        for each in of.__mro__
        if each.__module__.startswith("kdsite")
        for name in vars(each)
        if not name.startswith("__") and callable(getattr(base, name, None))
    }
    listed = {name.rpartition(".")[2] for name in NAMES if base.__name__ in name}
    assert overridden <= listed


@pytest.mark.django_db
def test_the_forms_are_ours():
    """A form that is no longer ours refuses nothing, and says nothing."""
    form = BlogPage.get_edit_handler().get_form_class()
    assert issubclass(form, EditorialPageForm)
    chooser = formfield_for_dbfield(Page._meta.get_field("alias_of")).widget
    assert isinstance(chooser, PageChooser)
    file = get_image_form(SiteImage)().fields["file"]
    assert isinstance(file, WholePictureField)


@pytest.mark.django_db
def test_a_new_page_brings_its_key(people):
    """Without it the form of an autosave and of a button make two pages."""
    url = reverse(
        "wagtailadmin_pages:add", args=["blog", "blogpage", index(BlogIndexPage).pk]
    )
    response = logged_in(people.writer).get(url)
    key = response.context["form"].instance.translation_key
    form = response.content.decode().partition('id="page-edit-form"')[2]
    assert f'name="new_page" value="{key}"' in form.partition("</form>")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("is_live", [True, False])
def test_no_button_of_theirs_comes_back(people, rf, is_live):
    """Neither in the editor's menu nor in the page's, whoever looks."""
    post = make_post(people.writer)
    if is_live:
        post = publish(post, people.writer, people.editor)
    request = rf.get("/")
    request.user = people.admin
    menu = PageActionMenu(
        request, view="edit", page=post, lock=None, locked_for_user=False
    )
    # Where the page stands, in words, is no button.
    shown = {item.name for item in [menu.default_item, *menu.menu_items]} - {None}
    wanted = {"action-save-draft", "action-submit"}
    assert shown == (wanted | {"action-unpublish"} if is_live else wanted)
    for name in ("register_page_header_buttons", "register_page_listing_more_buttons"):
        buttons = hooks.get_hooks(name)
        assert not [b for b in buttons if b.__module__.startswith("wagtail_localize")]
    page = logged_in(people.admin).get(edit_url(post)).content.decode()
    assert "/localize/submit/" not in page


@pytest.mark.django_db
def test_a_step_is_mailed_once(people):
    """Wagtail's own mails would come beside ours; they do where nobody disconnects them."""
    submit(make_post(people.writer), people.writer)
    assert len(mail.outbox) == len({address for m in mail.outbox for address in m.to})
    ours = len(mail.outbox)
    assert ours
    register_signal_handlers()
    try:
        submit(make_post(people.writer, title="Toinen"), people.writer)
        assert len(mail.outbox) > 2 * ours
    finally:
        review_events.connect()


@pytest.mark.django_db
def test_the_editor_of_translations_has_the_review_in_it(people):
    """And saves by our function; what the rule closes is not offered."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, _record = translate(post, people.translator)
    page = logged_in(people.translator).get(edit_url(target)).content.decode()
    assert 'class="translation-review"' in page
    assert "js/translating" in page
    assert "convert_to_alias" not in page
    # Before theirs, which would open its own.
    assert hooks.get_hooks("before_edit_page")[0] is screen.open_table
    saves = TranslationSource.create_or_update_translation
    assert saves.__module__ == translating.__name__


def test_a_difference_is_seen_by_its_classes():
    """Else a review shows no difference where there is one."""
    changed = TextDiff([("deletion", "vanha"), ("addition", "uusi")]).to_html()
    assert _changed_parts(str(changed))
    assert not _changed_parts(str(TextDiff([("equal", "sama")]).to_html()))


@pytest.mark.django_db
def test_pictures_are_drawn_in_the_sizes_of_the_templates(people):
    """A name that is read in another way would leave them to a reader's request."""
    found = filters_by_name()
    assert len(found["hero_image"]) > 1
    assert found["image"]
    assert Image.SAVE["AVIF"] is avif.save_quickly
    rendition = make_image(people.writer).get_rendition("width-100|format-avif")
    assert rendition.width == 100
