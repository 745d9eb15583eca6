"""People who save one text after another, whatever happens to the site meanwhile."""

import threading
import time

import requests

from tests.support.helpers import edit_url, fresh, logged_in, opened_form
from tests.support.servers.visitor import visitor


class Writer(threading.Thread):
    """Saves versions of ``draft`` until ``enough`` of them were answered as saved."""

    def __init__(self, user, draft, enough, address):
        super().__init__()
        self.draft, self.enough, self.first = draft, enough, draft.title
        self.person, self.url = visitor(user, address), edit_url(draft)
        self.written = opened_form(logged_in(user), draft)
        self.tried, self.saved, self.refused = [], [], []

    def run(self):
        while len(self.saved) < self.enough:
            title = f"{self.first}, {len(self.tried)}"
            self.tried.append(title)
            try:
                found = self.person.send_form(self.url, self.written | {"title": title})
            except requests.ConnectionError:
                continue
            if found.status_code == 302:
                self.saved.append(title)
            else:
                self.refused.append(found.status_code)
                time.sleep(0.1)

    def lost_nothing(self):
        """Whether each text that was answered as saved is there, in their order, and what was broken
        off is there whole and once, or not at all."""
        versions = titles(self.draft)
        return (
            [title for title in versions if title in self.saved] == self.saved
            and len(versions) == len(set(versions))
            and set(versions) <= {*self.tried, self.first}
            and fresh(self.draft).latest_revision.content["title"] == versions[-1]
        )


def titles(draft):
    """Of all its versions, the oldest first."""
    revisions = fresh(draft).revisions.order_by("pk")
    return [revision.content["title"] for revision in revisions]
