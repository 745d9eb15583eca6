"""Anybody at the site, as their browser asks."""

import re

from locust import FastHttpUser

from scripts.bench.serving import HOST


class Person(FastHttpUser):
    abstract = True
    connection_timeout = network_timeout = 30

    def __init__(self, *args):
        super().__init__(*args)
        self.headers = {
            "Host": HOST,
            "Origin": f"https://{HOST}",
            "Accept": "text/html",
        }

    def ask(self, method, path, name, status=200, headers=(), **how):
        """The answer; one of another ``status`` is an error."""
        how |= {"headers": self.headers | dict(headers), "allow_redirects": False}
        with self.client.request(
            method, path, name=name, catch_response=True, **how
        ) as answer:
            if answer.status_code != status:
                failed = getattr(answer, "error", None)
                said = failed or answer.headers.get("Location") or answer.text[:200]
                answer.failure(f"{path}: {answer.status_code}, not {status}: {said}")
        return answer

    def read(self, path, name):
        return self.ask("GET", path, name)

    def send(self, path, name, page, data, **how):
        """A form of ``page``, which they have read."""
        data = data | {"csrfmiddlewaretoken": hidden(page, "csrfmiddlewaretoken")}
        return self.ask("POST", path, name, data=data, **how)


def hidden(page, name):
    """The value of a hidden field on ``page``."""
    return re.search(rf'name="{name}"[^>]*? value="([^"]*)"', page.text)[1]
