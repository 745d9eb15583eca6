"""What every test stands on: a site with its groups, and people in their roles.

Every test runs on PostgreSQL. What SQLite may answer otherwise (queries, locks, races, sorting, search,
dates, migrations) is marked ``both_databases``, and runs there, too.

Pages are put into the indexes of search and of references where a module is marked ``indexed``: those
that search, or ask where something is used.
People are written to where it is marked ``mailed``, but not while its scene is made.
Words of pages are parted where it is marked ``hyphenated``: else what a page says would depend on whether
a test before has loaded the dictionaries.
"""

from contextlib import contextmanager, nullcontext

import hypothesis
import pytest
from django.core.cache import caches
from django.test import TransactionTestCase, override_settings
from django.utils import translation
from xdist.scheduler import LoadFileScheduling

from home.create_site import make_site
from kdsite.editorial.notifications import notify
from kdsite.templatetags import kdsite_tags
from tests.stage import Scene, Stage, committed, undone
from tests.support import at_once, dictionaries, factories, indexes, snapshot

# How many texts a rule about any text is tried with, in the suite and in `make soak`.
hypothesis.settings.register_profile(
    "any text",
    max_examples=2_000 if at_once.IS_SOAK else 50,
    deadline=None,
    database=None,
    suppress_health_check=[
        hypothesis.HealthCheck.function_scoped_fixture,
        hypothesis.HealthCheck.too_slow,
    ],
)
hypothesis.settings.load_profile("any text")
# What takes longest begins first, so that no process is left with it at the end.
LONG = (
    "tests/browser/reader/",
    "tests/home/test_demo.py",
    "tests/editorial/every_address/",
    "tests/editorial/matrix/",
    "tests/bad_input/",
    "tests/browser/",
    "tests/project/",
)
# The files of these folders are one process's, one after the other: they share a dear scene.
TOGETHER = ("tests/browser/reader/",)


def pytest_addoption(parser):
    parser.addoption(
        "--both-databases",
        action="store_true",
        help="only what is marked both_databases",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    if config.getoption("--both-databases"):
        items[:] = [i for i in items if i.get_closest_marker("both_databases")]
    items.sort(key=lambda item: [not item.nodeid.startswith(long) for long in LONG])


class Schedule(LoadFileScheduling):
    def _split_scope(self, nodeid):
        file = super()._split_scope(nodeid)
        return next(filter(file.startswith, TOGETHER), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Schedule(config, log)


def pytest_generate_tests(metafunc):
    """Tests marked ``each_dictionary`` are done with each kind of dictionary, whatever the machine
    has; those that are marked ``by_lemmas``, too, ask for what only a dictionary knows. The
    second database needs one kind: no answer of its depends on where its words come from."""
    marked = metafunc.definition.get_closest_marker
    if marked("each_dictionary"):
        kinds = dictionaries.READ if marked("by_lemmas") else dictionaries.KINDS
        if metafunc.config.getoption("--both-databases"):
            kinds = dictionaries.READ[:1]
        metafunc.parametrize("dictionary", kinds, indirect=True, scope="module")


@pytest.fixture(autouse=True)
def _clean_slate(settings):
    """Each test starts in Finnish, with nothing remembered from the one before."""
    translation.activate(settings.LANGUAGE_CODE)
    for cache in caches.all(initialized_only=True):
        cache.clear()
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def media(settings, tmp_path, module_scene):
    settings.MEDIA_ROOT = str(module_scene.media if module_scene else tmp_path)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The site is made once for each test database; tests that commit find it as it was."""
    with django_db_blocker.unblock():
        make_site.make_site()
        snapshot.remember()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda self: snapshot.restore()
        )
        yield


@pytest.fixture
def site(db):
    """The site's skeleton, as ``create_site`` makes it."""


@pytest.fixture(scope="module", autouse=True)
def followed_up(request):
    """What follows a change is done at once where the tests ask for it and never commit."""
    marked = request.node.get_closest_marker
    database = marked("django_db")
    commits = database and database.kwargs.get("transaction")
    if commits or not (marked("indexed") or marked("mailed")):
        yield
        return
    with indexes.done_at_once():
        yield


@pytest.fixture(scope="module")
def dictionary(request):
    """The kind of dictionary, where the test is done with each; else what the machine has."""
    with pytest.MonkeyPatch.context() as patch:
        if hasattr(request, "param"):
            dictionaries.use(patch, request.param)
        yield getattr(request, "param", None)


@pytest.fixture(scope="module", autouse=True)
def indexed(request):
    """Whether what is saved and published is put into the indexes."""
    marked = bool(request.node.get_closest_marker("indexed"))
    with nullcontext() if marked else indexes.left_alone():
        yield marked


@pytest.fixture(scope="module", autouse=True)
def mailed(request):
    """Whether people are told of what happens."""
    marked = request.node.get_closest_marker("mailed")
    with nullcontext() if marked else notify.silenced():
        yield


STAGE = Stage()


@pytest.fixture(scope="session")
def _stage(django_db_setup):
    """Cleared before the database is left."""
    yield STAGE
    STAGE.clear()


@pytest.fixture(scope="module", autouse=True)
def module_scene(request, dictionary, indexed, followed_up):
    """The :class:`Scene` of a module that has a function ``set_the_scene(people)``: its own, or
    that of the module before it, if that has the same function, marks and dictionary.

    Its pages are indexed by the test's dictionary.
    """
    if not hasattr(request.module, "set_the_scene"):
        STAGE.clear()
        return None
    set_the_scene = request.module.set_the_scene
    stage = request.getfixturevalue("_stage")
    blocker = request.getfixturevalue("django_db_blocker")
    media = request.getfixturevalue("tmp_path_factory").mktemp("media")

    def make():
        people = factories.People()
        with notify.silenced():
            return Scene(media, people, set_the_scene(people))

    mark = request.node.get_closest_marker("django_db")
    kind = committed if mark and mark.kwargs.get("transaction") else undone

    @contextmanager
    def made():
        with blocker.unblock(), override_settings(MEDIA_ROOT=str(media)):
            yield from kind(make)

    return stage.show((set_the_scene, kind, dictionary, indexed), made)


@pytest.fixture
def people(module_scene, site):
    """One account for each role of the site; see :class:`tests.support.factories.People`."""
    return module_scene.people() if module_scene else factories.People()


@pytest.fixture
def scene(module_scene, site):
    """What the module's ``set_the_scene(people)`` returned, by name, read anew for each test."""
    return module_scene


@pytest.fixture
def untranslated():
    """Sentences are compared in the language that they are written in."""
    with translation.override(None):
        yield


@pytest.fixture(autouse=True)
def _whole_words(request, monkeypatch):
    if not request.node.get_closest_marker("hyphenated"):
        monkeypatch.setattr(kdsite_tags, "hyphenated_html", lambda html, _code: html)
