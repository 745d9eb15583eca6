"""How many kept pages a second there are at the most: each asks anew as soon as it was answered."""

import random

from locust import task

from scripts.soak import plan
from scripts.soak.person import Person

TO_READ = plan.read()["to_read"]
PAGES = TO_READ["front page"] + TO_READ["list"] + TO_READ["post"]


class Hurried(Person):
    """Straight at gunicorn, as the web server in front asks it."""

    def __init__(self, *args):
        super().__init__(*args)
        self.headers["X-Forwarded-Proto"] = "https"

    @task
    def page(self):
        self.read(random.choice(PAGES), "kept page")  # noqa: S311 - nothing secret
