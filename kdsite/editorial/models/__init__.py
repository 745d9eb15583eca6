from kdsite.editorial.models.files import FileReliedOn
from kdsite.editorial.models.heartbeats import Heartbeat
from kdsite.editorial.models.links import DraftAnswer, DraftLink, LinkState
from kdsite.editorial.models.messages import Message
from kdsite.editorial.models.notices import MailChoice, Notice
from kdsite.editorial.models.releases import (
    Companion,
    Release,
    ReleasedPage,
    Waiting,
)
from kdsite.editorial.models.reviews import Approval, ReviewTask
from kdsite.editorial.models.rhythms import Break, Rhythm, Weekday
from kdsite.editorial.models.slots import Mode, Slot
from kdsite.editorial.models.translations import ApprovedText, TranslatedRevision

__all__ = [
    "Approval",
    "ApprovedText",
    "Break",
    "Companion",
    "DraftAnswer",
    "DraftLink",
    "FileReliedOn",
    "Heartbeat",
    "LinkState",
    "MailChoice",
    "Message",
    "Mode",
    "Notice",
    "Release",
    "ReleasedPage",
    "ReviewTask",
    "Rhythm",
    "Slot",
    "TranslatedRevision",
    "Waiting",
    "Weekday",
]
