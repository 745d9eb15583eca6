"""Declares a task with the sentence that says what is missing until it is done."""

from collections import defaultdict

from django.apps import apps
from django.utils.translation import gettext_lazy
from django_tasks import task
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page
from wagtail.tasks import delete_file_from_storage_task, update_reference_index_task

# By the task's path; ``title`` is what it is about.
SENTENCES = {
    insert_or_update_object_task.module_path: gettext_lazy(
        "The search here in the admin does not know “%(title)s” as it is now yet."
    ),
    update_reference_index_task.module_path: gettext_lazy(
        "It is not noted yet which files and pages “%(title)s” uses."
    ),
    delete_file_from_storage_task.module_path: gettext_lazy(
        "A file that nothing uses any more is not removed yet."
    ),
}
# The paths of ours. Nobody asks for them a second time, so they are written down at once.
WRITTEN_DOWN = set()
OTHER = gettext_lazy("Something that follows a change of “%(title)s” is not done yet.")


def follow_up(sentence):
    """A task of ours: written down in the transaction of what it follows, so that not even the end
    of the process loses it. It may be done twice. Its first argument is the id of the page that it
    is about, or ``None``.

    :param sentence: says with ``%(title)s`` what is missing until it is done.
    """

    def declare(function):
        declared = task()(function)
        SENTENCES[declared.module_path] = sentence
        WRITTEN_DOWN.add(declared.module_path)
        return declared

    return declare


def _key_of(row):
    """The model and the id of what the task is about; ``None`` where it is about nothing."""
    arguments = row.arguments
    if len(arguments) == 3 and isinstance(arguments[0], str):
        # Wagtail's tasks: of which model, and its id.
        return apps.get_model(*arguments[:2]), str(arguments[2])
    if arguments and isinstance(arguments[0], int):
        return Page, str(arguments[0])
    return None


def objects_of(rows):
    """What each of ``rows`` is about, or ``None`` where that is gone; in as many queries for many as for
    one, of one kind."""
    keys = [_key_of(row) for row in rows]
    ids = defaultdict(set)
    for model, pk in filter(None, keys):
        ids[model].add(pk)
    found = {
        (model, str(each.pk)): each
        for model, wanted in ids.items()
        for each in model.objects.filter(pk__in=wanted)
    }
    return [found.get(key) for key in keys]


def sentences_of(rows):
    """What is missing until the task of each of ``rows`` is done, in the reader's language."""
    found = []
    for row, about in zip(rows, objects_of(rows), strict=True):
        title = about.get_admin_display_title() if isinstance(about, Page) else about
        sentence = str(SENTENCES.get(row.task, OTHER))
        found.append(sentence % {"title": title or "–"})
    return found


def object_of(row):
    (found,) = objects_of([row])
    return found


def sentence_of(row):
    (found,) = sentences_of([row])
    return found
