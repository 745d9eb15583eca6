"""Fields of forms that others made."""

from django import template

register = template.Library()


@register.filter
def as_input(field):
    """The input of ``field`` without its placeholder: the label says the same, and stays."""
    return field.as_widget(attrs={"placeholder": False})
