"""Ten writers, each in a draft of their own; the browser saves every few seconds, over its own last
version, until the draft is opened again."""

import re
import time

from locust import between, task

from scripts.soak import plan
from scripts.soak.person import Person, hidden

WRITERS = plan.read()["writers"]
LOGIN = "/account/login/"
JSON = {"Accept": "application/json"}
# After so many saves the draft is closed and opened again.
SITTING = 20
# Seconds after which the browser says that somebody is still there.
PING = 10
PINGS_AT = re.compile(r'data-w-swap-src-value="([^"]*/ping/[^"]*)"')


class Writer(Person):
    fixed_count = len(WRITERS)
    wait_time = between(4, 8)
    to_come = iter(WRITERS)

    def on_start(self):
        self.account, self.number, self.form = next(self.to_come), 0, None
        page = self.read(LOGIN, "writer: log-in")
        names = {"login": self.account["email"], "password": self.account["password"]}
        self.send(LOGIN, "writer: log-in", page, names, status=302)

    @task
    def write(self):
        if self.number % SITTING == 0:
            self.open()
        self.save()
        if time.monotonic() > self.pinged + PING:
            self.ping()

    def open(self):
        self.page = page = self.read(self.account["url"], "writer: open")
        names = ("loaded_revision_id", "loaded_revision_created_at")
        self.form = self.account["form"] | {name: hidden(page, name) for name in names}
        self.pings_at = PINGS_AT.search(page.text)[1]
        self.pinged = time.monotonic()

    def save(self):
        """With one sentence more."""
        self.number += 1
        words = " ".join(plan.sentence(n + 1) for n in range(self.number))
        form = {key: text.replace(plan.WORDS, words) for key, text in self.form.items()}
        url = self.account["url"]
        answer = self.send(url, "writer: save", self.page, form, headers=JSON)
        if answer.status_code == 200:
            said = answer.json()
            self.form |= {
                "overwrite_revision_id": str(said["revision_id"]),
                "loaded_revision_id": str(said["revision_id"]),
                "loaded_revision_created_at": said["revision_created_at"],
            } | said["field_updates"]
            saved = {
                "draft": self.account["draft"],
                "number": self.number,
                "revision": said["revision_id"],
            }
            plan.note(plan.SAVES, saved)

    def ping(self):
        self.pinged = time.monotonic()
        form = {
            "is_editing": "1",
            "revision_id": self.form["loaded_revision_id"],
            "revision_created_at": self.form["loaded_revision_created_at"],
        }
        self.send(self.pings_at, "writer: still there", self.page, form, headers=JSON)
