"""Two editors: the front page, the calendar, what waits for them; one of them approves from time to time."""

import time

from locust import between, task
from requests.cookies import create_cookie

from scripts.soak import plan
from scripts.soak.person import Person, hidden

PLAN = plan.read()
TO_APPROVE = PLAN["to_approve"]
# Seconds from one approval to the next; the last text stays.
APART = plan.MINUTES * 60 / len(TO_APPROVE)


def review(number):
    return f"/admin/editorial/review/{number}/"


class Editor(Person):
    fixed_count = len(PLAN["editors"])
    wait_time = between(4, 10)
    to_come = iter(enumerate(PLAN["editors"]))

    def on_start(self):
        number, account = next(self.to_come)
        session = create_cookie("sessionid", account["session"], domain="127.0.0.1")
        self.client.cookiejar.set_cookie(session)
        self.approves = TO_APPROVE[:-1] if number == 0 else []
        self.last = time.monotonic()

    @task
    def front_page(self):
        self.read("/admin/", "editor: front page")

    @task
    def calendar(self):
        self.read("/admin/calendar/", "editor: calendar")

    @task
    def look(self):
        """At the text that comes last, and waits all the time."""
        self.read(review(TO_APPROVE[-1]), "editor: review")

    @task
    def approve(self):
        if not self.approves or time.monotonic() < self.last + APART:
            return
        self.last = time.monotonic()
        text = self.approves.pop(0)
        url = review(text)
        page = self.read(url, "editor: review")
        decision = {"seen": hidden(page, "seen"), "action": "approve", "comment": ""}
        answer = self.send(url, "editor: approve", page, decision, status=302)
        if answer.status_code == 302:
            plan.note(plan.APPROVALS, text)
