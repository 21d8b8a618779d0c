"""How the desk calls a member of staff."""

from newsroom.accounts.models import User


def test_somebody_is_called_by_their_full_name():
    assert str(User(username="lin", first_name="Lin", last_name="Wei")) == "Lin Wei"


def test_whoever_gave_no_name_is_called_by_the_name_of_their_account():
    assert str(User(username="lin")) == "lin"
