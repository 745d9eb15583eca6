"""Who logs in: an account whose name is its e-mail address."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

# Reserved for examples (RFC 2606), like ``example.com``; the demo's people have it.
DEMO_DOMAIN = "example.fi"


class AddressField(models.EmailField):
    """An e-mail address, kept in lower case: two that differ only in case are one."""

    def to_python(self, value):
        value = super().to_python(value)
        return value.lower() if isinstance(value, str) else value

    def get_prep_value(self, value):
        return self.to_python(super().get_prep_value(value))

    def pre_save(self, model_instance, add):
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        """An account; without ``password`` nobody can log in to it yet.

        :raises IntegrityError: the address has an account already.
        """
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, name):
        """The account that logs in as ``name``, whatever its case; the demo's also by what
        stands before the @ of their addresses.

        :raises User.DoesNotExist: there is none.
        """
        if settings.DEMO and "@" not in name:
            name = f"{name}@{DEMO_DOMAIN}"
        return self.get(email=name)


class User(AbstractUser):
    """An account. It is closed (``is_active``), never deleted: decisions keep their names."""

    username = None
    email = AddressField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("There is an account with this address already.")},
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    def __str__(self):
        return self.get_full_name() or self.email
