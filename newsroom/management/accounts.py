"""Creation of accounts by commands."""

import os
import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from newsroom.accounts.groups import ROLES
from newsroom.launch.errors import LaunchError

PASSWORD = "NEWSROOM_DEMO_PASSWORD"


def make_first(name: str, password: str) -> Any:
    """Create the first superuser. Raise CommandError for an invalid name or password."""
    user = get_user_model()(username=name, is_staff=True, is_superuser=True)
    try:
        user.full_clean(exclude=["password"])
        validate_password(password, user)
    except ValidationError as error:
        raise LaunchError(" ".join(error.messages)) from error
    user.set_password(password)
    user.save()
    return user


def make_demonstration() -> tuple[list[str], str | None]:
    """Create the missing accounts of the demonstration; return all their names, and the password to print.

    The password is the environment's, else random; it is returned only when an account was made with it.
    """
    names = ["admin", *sorted(ROLES)]
    user_model = get_user_model()
    missing = set(names) - set(user_model.objects.filter(username__in=names).values_list("username", flat=True))
    if not missing:
        return names, None
    password = os.environ.get(PASSWORD) or secrets.token_urlsafe(9)
    scrambled = make_password(password)  # once: it is slow on purpose
    with transaction.atomic():
        for name in sorted(missing):
            user = user_model(username=name, password=scrambled, is_staff=True, is_superuser=name == "admin")
            user.save()
            user.groups.set(Group.objects.filter(name=name))
    return names, password
