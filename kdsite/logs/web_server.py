"""gunicorn's own lines: that it starts and stops, and how a worker of it ended."""

import re

from gunicorn.glogging import Logger

from kdsite.logs.lines import JSONLines

# After it gunicorn says whose it was and for which address.
OF_A_REQUEST = re.compile("Invalid request|Error handling request")


class JSONLogger(Logger):
    """As everything else is written down; no line for each request, which nginx has."""

    def setup(self, cfg):
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JSONLines())
            handler.addFilter(_forget_who_asked)


def _forget_who_asked(record):
    if found := OF_A_REQUEST.match(record.getMessage()):
        record.msg, record.args = found[0], ()
    return True
