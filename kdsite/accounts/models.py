"""Who logs in: an account whose name is its e-mail address."""

import unicodedata

from django.conf import settings
from django.contrib.auth.models import BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kdsite.accounts.invitations.personal_link import PersonalLink
from kdsite.accounts.session_era import EndingSessions
from kdsite.editorial.mailboxes import check_plain, mailbox_of, without_unseen
from kdsite.editorial.printable import printable

# Reserved for examples (RFC 2606), like ``example.com``; the demo's people have it.
DEMO_DOMAIN = "example.fi"


class AddressField(models.EmailField):
    """An e-mail address, kept in lower case: two that differ only in case are one."""

    default_validators = [*models.EmailField.default_validators, check_plain]

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

    def by_mailbox(self, address):
        """The account whose address reaches the same mailbox as ``address``, or once did;
        ``None``: there is none. Closed accounts are found as well."""
        return self.filter(addresses__mailbox=mailbox_of(address)).first()

    @transaction.atomic
    def bulk_create(self, objs, *args, **kwargs):
        """Django's, which calls no ``save``."""
        users = super().bulk_create(objs, *args, **kwargs)
        AccountAddress.objects.bulk_create(
            AccountAddress(user=user, mailbox=mailbox_of(user.email)) for user in users
        )
        return users

    def open_account(self, name):
        """The account that logs in as ``name``, unless there is none or it is closed: ``None``."""
        try:
            account = self.get_by_natural_key(name)
        except self.model.DoesNotExist:
            return None
        return account if account.is_active else None


class User(EndingSessions):
    """An account. It is closed (``is_active``), never deleted: decisions keep their names."""

    username = None
    email = AddressField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("There is an account with this address already.")},
    )

    # Who gave the address at which this person came in, when, and which one it was.
    invited_by = models.ForeignKey(
        "self",
        verbose_name=_("invited by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    invited_at = models.DateTimeField(null=True, blank=True, editable=False)
    invited_to = models.EmailField(max_length=254, blank=True, editable=False)
    # The ids of all who ever did: who invited somebody knows whom, whoever puts their address right.
    hosts = models.JSONField(default=list, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    def __str__(self):
        return self.get_full_name() or self.email

    @transaction.atomic
    def save(self, *args, update_fields=None, **kwargs):
        """Django's; an address is remembered for good as this account's, and ends what was asked
        before it came. The name is printable: mails, lists and records show it.

        :raises IntegrityError: it reaches, or once reached, the mailbox of another account.
        """
        self.first_name = printable(self.first_name)
        self.last_name = printable(self.last_name)
        with_address = update_fields is None or "email" in update_fields
        if with_address:
            asked = AddressRequest.objects.filter(user_id=self.pk)
            asked.exclude(user__email=self.email).delete()
        super().save(*args, update_fields=update_fields, **kwargs)
        if with_address:
            mailbox = mailbox_of(self.email)
            if not self.addresses.filter(mailbox=mailbox).exists():
                self.addresses.create(mailbox=mailbox)

    def validate_unique(self, exclude=None):
        """Django's check for forms; a mailbox belongs to one account, in whatever spelling."""
        super().validate_unique(exclude)
        if "email" not in (exclude or ()):
            holder = type(self).objects.by_mailbox(self.email)
            if holder and holder.pk != self.pk:
                raise ValidationError(
                    {"email": self._meta.get_field("email").error_messages["unique"]}
                )

    def clean(self):
        """Django's check for forms; nobody takes the name of somebody else. Two who were given
        the same name keep it."""
        super().clean()
        name = _name_key(self)
        so_called = {
            user.pk for user in type(self).objects.all() if _name_key(user) == name
        }
        if name and so_called and self.pk not in so_called:
            raise ValidationError(
                {
                    "last_name": _(
                        "Somebody else here has this name: add what tells you apart."
                    )
                }
            )

    def vouch(self, by):
        """Note that ``by`` has said whose account this is: by its address, or what it may decide.
        For a week the two are not two people (:func:`.hosts.new_ones`).

        To be saved by the caller.
        """
        self.invited_by, self.invited_at = by, timezone.now()
        self.invited_to = self.email
        if by and by.pk not in self.hosts:
            self.hosts = [*self.hosts, by.pk]

    def invite(self, by):
        """Note who gave the address of this account, to which a link now goes; of an account
        that nobody has used yet. Addresses that it had before were somebody else's.

        To be saved by the caller.
        """
        self.vouch(by)
        self.addresses.exclude(mailbox=mailbox_of(self.email)).delete()


def _name_key(user):
    """The name of ``user`` without case, blanks and what nobody sees."""
    name = without_unseen(unicodedata.normalize("NFKC", user.get_full_name()))
    return "".join(name.casefold().split())


class AccountAddress(models.Model):
    """A mailbox that is, or once was, an account's, and so nobody else's."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="addresses")
    mailbox = models.CharField(max_length=320, unique=True)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.mailbox


class AddressRequest(models.Model):
    """The newest request for another address of an account, which has the address yet that it had
    then. A link is worth nothing without it, so older ones are not."""

    user = models.OneToOneField(
        User, on_delete=models.CASCADE, related_name="address_request"
    )
    key = models.CharField(max_length=32)

    def __str__(self):
        return str(self.user)


class StaffInvitation(PersonalLink):
    """Of somebody who works here, to the account that was made for them."""

    user = models.OneToOneField(
        User,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="staff_invitation",
    )

    class Meta:
        verbose_name = _("staff invitation")
        verbose_name_plural = _("staff invitations")

    def __str__(self):
        return str(self.user)
