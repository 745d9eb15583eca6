"""What Wagtail calls when a review has been passed.

A module of its own because Wagtail imports it while its models are being defined
(``WAGTAIL_FINISH_WORKFLOW_ACTION`` is read at import), before any of ours exist.
"""


def publish_approved(workflow_state, user=None):
    """Publish the newest revision of the reviewed page, or let it wait for its time.

    :raises NotApproved: where two people do not stand behind exactly that revision.
    """
    from kdsite.editorial.releases import publish

    publish.publish_or_wait(workflow_state.content_object, user=user)
