"""Posts and their lists, checks before sending, invitations, and files that become drafts."""
