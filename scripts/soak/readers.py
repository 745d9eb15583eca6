"""Readers: the front page, lists, posts, search, feeds and pictures; each of them asks once a second."""

import random

from locust import constant_throughput, task

from scripts.soak import plan
from scripts.soak.person import Person

TO_READ = plan.read()["to_read"]


class Reader(Person):
    fixed_count = plan.READERS
    wait_time = constant_throughput(1)

    def one_of(self, kind, name=None):
        # Not the same address for each of them at one moment.
        address = random.choice(TO_READ[kind])  # noqa: S311 - nothing secret
        self.read(address, name or f"page: {kind}")

    @task(4)
    def front_page(self):
        self.one_of("front page")

    @task(3)
    def lists(self):
        self.one_of("list")

    @task(7)
    def post(self):
        self.one_of("post")

    @task(2)
    def search(self):
        self.one_of("search")

    @task(1)
    def feed(self):
        self.one_of("feed", "feed")

    @task(3)
    def picture(self):
        self.one_of("picture", "picture")
