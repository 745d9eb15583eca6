"""Passwords that others guess first."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What people here take when asked for a password, and what the site is called.
OBVIOUS = (
    *("kuntademokratiaverkosto", "kuntademokratia", "kommundemokratinätverket"),
    *("kommunaldemokrati", "kommundemokrati", "demokratia", "demokrati"),
    *("kuntaliitto", "kommunförbundet", "verkosto", "nätverk"),
    *("salasana", "lösenord", "losenord", "password", "passord", "tunnussana"),
    *("tervetuloa", "välkommen", "valkommen", "qwertyuiop", "qwerty", "admin"),
)
# So many other letters and different signs make it somebody's own.
OWN_LETTERS = 4
DIFFERENT_SIGNS = 5


class GuessableValidator:
    """Refuses one sign over and over, the site's own name, and *Salasana123*."""

    def validate(self, password, user=None):
        """
        :raises ValidationError: it is one that others guess first.
        """
        letters = re.sub(r"[\W\d_]", "", password.lower())
        own = letters
        for word in OBVIOUS:
            own = own.replace(word, "")
        if letters != own and len(own) < OWN_LETTERS:
            raise ValidationError(
                _(
                    "This password is among the first that others try. Take a few words of "
                    "your own."
                ),
                code="guessable",
            )
        if len(set(password)) < DIFFERENT_SIGNS:
            raise ValidationError(
                _(
                    "This password repeats the same few characters. Take more different ones."
                ),
                code="repeated",
            )

    def get_help_text(self):
        return _("The password is not a word that others guess first.")
