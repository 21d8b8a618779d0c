"""Accounts in the desk."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from newsroom.accounts.models import User


@pytest.mark.django_db
def test_whoever_is_given_an_account_and_a_role_can_sign_in_at_the_desk(root, client):
    typed = {
        "username": "new",
        "usable_password": "true",
        "password1": "kite-harbour-19",
        "password2": "kite-harbour-19",
    }
    root.post(reverse("admin:accounts_user_add"), typed)
    new = User.objects.get(username="new")
    new.groups.add(Group.objects.get(name="editor"))
    client.force_login(new)
    assert client.get(reverse("admin:articles_article_add")).status_code == 200
