"""Content of other sites that a reader can open in the page: known players only."""

import re

# Each player in the form that sets no cookie before it plays.
PLAYERS = [
    (
        re.compile(
            r"https://(?:www\.)?(?:youtube\.com/watch\?v=|youtu\.be/)([\w-]{6,20})(?:[&?].*)?$"
        ),
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    (
        re.compile(r"https://(?:www\.)?vimeo\.com/(\d{4,12})(?:[/?].*)?$"),
        "https://player.vimeo.com/video/{}?dnt=1",
    ),
]


def player(url):
    """The address of the player for ``url``, or ``""`` where the site has none that is known."""
    for pattern, address in PLAYERS:
        if match := pattern.match(url or ""):
            return address.format(match[1])
    return ""
