"""Wagtail's command of this name would publish past the door; here it is ``publish_due``."""

from kdsite.editorial.management.commands.publish_due import Command

__all__ = ["Command"]
