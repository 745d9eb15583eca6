"""Who looks at the front page of the admin."""

from django import template

from kdsite.editorial.policy import permissions

register = template.Library()
register.filter("is_guest", permissions.is_guest)
