"""The list itself."""

from wagtail import hooks
from wagtail.admin.ui.components import Component

from kdsite.editorial.policy import permissions

# So many can be taken in; the less urgent are one click away.
FIRST = 10


def things_to_do(desk):
    """Everything that waits for the person of ``desk`` (:class:`.Desk`), the most urgent first.

    From the sources registered by the hook ``register_to_do``: functions that take the desk and give
    :class:`.ToDo`, in as many queries for many things as for one.
    """
    found = [
        thing for source in hooks.get_hooks("register_to_do") for thing in source(desk)
    ]
    return sorted(found, key=lambda thing: thing.order)


class ToDoPanel(Component):
    """What must be done, each thing with its one button; for guests only where there is something."""

    name = "to_do"
    template_name = "editorial/panels/to_do.html"
    order = 10

    def __init__(self, desk):
        self.desk = desk

    def get_context_data(self, parent_context):
        things = things_to_do(self.desk)
        return {
            "first": things[:FIRST],
            "more": things[FIRST:],
            "shown": things or not permissions.is_guest(self.desk.user),
            "csrf_token": parent_context["csrf_token"],
        }
