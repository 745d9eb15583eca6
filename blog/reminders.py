"""On the day of publication the editors are asked for the address of the discussion."""

from django.urls import reverse

from blog.models import BlogPage
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import tell
from kdsite.editorial.notifications.reminders import reminder
from kdsite.editorial.page_kinds import translation_of


@reminder
def of_facebook(today):
    """To the editors, where neither the post nor its question says where it is discussed."""
    # Older texts that were brought in keep the date of their byline.
    for post in BlogPage.objects.live().filter(date=today, facebook_url=""):
        if translation_of(post) or (post.asked and post.asked.facebook_url):
            continue
        tell(
            "blog/mail/facebook",
            recipients.editors(),
            key=post.pk,
            page=post,
            link=reverse("editorial:facts", args=[post.pk]),
            address=post.full_url,
        )
