"""Declares a task with the sentence that says what is missing until it is done."""

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


def object_of(row):
    """What the task is about, or ``None`` where that is gone."""
    arguments = row.arguments
    if len(arguments) == 3 and isinstance(arguments[0], str):
        # Wagtail's tasks: of which model, and its id.
        model = apps.get_model(*arguments[:2])
        return model.objects.filter(pk=arguments[2]).first()
    if arguments and isinstance(arguments[0], int):
        return Page.objects.filter(pk=arguments[0]).first()
    return None


def sentence_of(row):
    """What is missing until the task is done, in the reader's language."""
    about = object_of(row)
    title = about.get_admin_display_title() if isinstance(about, Page) else about
    return str(SENTENCES.get(row.task, OTHER)) % {"title": title or "–"}
