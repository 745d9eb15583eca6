"""The tables of the editorial work. They call nothing above them but where Wagtail calls a task.

- asked_changes: what somebody asked to have changed, line by line, and what the writer says was
  done.
- files: what a submitted or public page shows: nobody may change it under the readers.
- follow_ups: what follows a change after its commit, and is tried again until it is done.
- heartbeats: a sign of life of the processes that work beside the web server.
- installations: which installation the database belongs to.
- links: private links to drafts, for people without an account, and what they answer; and the private
  address at which somebody's calendar program reads the calendar.
- looks: which version of a page somebody has had on the review screen.
- messages: mail that waits in the database until the mail server takes it.
- notices: who has been told what, and who wants to be told how.
- releases: several pages, one moment: what waits for it, and what went out.
- reviews: review tasks: the groups that decide on pages.
- rhythms: the rhythm of publication, from which slots are made.
- slots: the calendar: what each slot holds, and when it is due.
- words: what people have said of a text: yes or no, to exactly what they were shown.
- translations: what a translation was made from, what it said before, who makes it, which links it
  does without; and the glossary.
"""

from kdsite.editorial.models.asked_changes import AskedChange
from kdsite.editorial.models.files import FileReliedOn
from kdsite.editorial.models.follow_ups import FollowUp
from kdsite.editorial.models.heartbeats import Heartbeat
from kdsite.editorial.models.installations import Installation
from kdsite.editorial.models.links import (
    CalendarAddress,
    DraftAnswer,
    DraftLink,
    LinkState,
)
from kdsite.editorial.models.looks import Look
from kdsite.editorial.models.messages import Message
from kdsite.editorial.models.notices import MailChoice, Notice
from kdsite.editorial.models.releases import (
    Companion,
    Release,
    ReleasedPage,
    Waiting,
    WhyLeftOut,
)
from kdsite.editorial.models.reviews import ReviewTask
from kdsite.editorial.models.rhythms import Break, Rhythm, Weekday
from kdsite.editorial.models.slots import Mode, Slot
from kdsite.editorial.models.translations import (
    ApprovedText,
    EarlierWording,
    Term,
    TranslatedRevision,
    TranslationClaim,
    WaivedLink,
)
from kdsite.editorial.models.words import Word

__all__ = [
    "ApprovedText",
    "AskedChange",
    "Break",
    "CalendarAddress",
    "Companion",
    "DraftAnswer",
    "DraftLink",
    "EarlierWording",
    "FileReliedOn",
    "FollowUp",
    "Heartbeat",
    "Installation",
    "LinkState",
    "Look",
    "MailChoice",
    "Message",
    "Mode",
    "Notice",
    "Release",
    "ReleasedPage",
    "ReviewTask",
    "Rhythm",
    "Slot",
    "Term",
    "TranslatedRevision",
    "TranslationClaim",
    "Waiting",
    "WaivedLink",
    "Weekday",
    "WhyLeftOut",
    "Word",
]
