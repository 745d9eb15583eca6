"""Replaces Wagtail's command, which would publish past the door, by ``publish_due``."""

from kdsite.editorial.management.commands.publish_due import Command

__all__ = ["Command"]
