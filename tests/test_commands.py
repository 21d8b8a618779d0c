"""The operator's commands: serve, setup, tick, and the demonstration's accounts."""

import fcntl
import socket
from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import translation

from newsroom import jobs
from newsroom.accounts.groups import ROLES
from newsroom.articles.models import Article
from newsroom.demo.load import load
from newsroom.launch.errors import LaunchError
from newsroom.management import accounts, server
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Place


@pytest.fixture
def registered(monkeypatch, settings, tmp_path):
    """The list of jobs, empty, in an installation of its own."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(jobs, "_jobs", [])
    return jobs._jobs


def test_a_taken_port_is_said_in_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        with pytest.raises(LaunchError, match=rf"^Port {port} is taken: stop what uses it, or choose another"):
            server.demand_port("127.0.0.1", port)


def test_an_address_that_is_not_this_machine_s_is_said_in_one_sentence():
    with pytest.raises(LaunchError, match="cannot be listened on"):
        server.demand_port("192.0.2.1", 8000)
    with pytest.raises(LaunchError, match="cannot be listened on"):
        server.demand_port("127.0.0.1", 99999)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),
        ("::", "http://[::1]:80"),
        ("news.example.org", "http://news.example.org:80"),
    ],
)
def test_the_address_that_is_told_can_be_opened(host, address):
    assert server.address_of(host, 80) == address


@pytest.mark.django_db
def test_a_database_that_lacks_a_migration_is_not_served(monkeypatch):
    server.demand_migrated()

    monkeypatch.setattr(server.MigrationExecutor, "migration_plan", lambda *_: ["one"])
    with pytest.raises(LaunchError, match="not up to date"):
        server.demand_migrated()


@pytest.mark.django_db
def test_a_job_that_fails_does_not_keep_the_next_from_its_turn(registered):
    done = []

    @jobs.register
    def broken():
        raise ValueError("broken")

    jobs.register(lambda: done.append("the next"))

    with pytest.raises(LaunchError, match="broken"):
        call_command("tick")
    assert done == ["the next"]


@pytest.mark.django_db
def test_of_two_ticks_at_once_one_does_the_work(registered, tmp_path):
    done = []
    jobs.register(lambda: done.append("work"))

    with open(tmp_path / "tick.lock", "w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        call_command("tick")
    assert done == []

    call_command("tick")
    assert done == ["work"]


@pytest.mark.django_db
def test_the_demonstration_s_accounts_are_made_once(monkeypatch):
    monkeypatch.setenv(accounts.PASSWORD, "plum-rain-season")

    names, password = accounts.make_demonstration()
    again, told = accounts.make_demonstration()

    assert sorted(names) == sorted(["admin", *ROLES])
    assert (password, again, told) == ("plum-rain-season", names, None)
    assert get_user_model().objects.count() == len(ROLES) + 1
    assert get_user_model().objects.get(username="editor").check_password("plum-rain-season")


@pytest.mark.django_db
def test_without_a_password_of_the_operator_s_it_is_random(monkeypatch):
    monkeypatch.delenv(accounts.PASSWORD, raising=False)

    _names, password = accounts.make_demonstration()

    assert len(password) >= 12
    assert get_user_model().objects.get(username="admin").check_password(password)


@pytest.mark.django_db
def test_every_account_of_the_demonstration_has_its_role(monkeypatch):
    accounts.make_demonstration()

    users = {user.username: user for user in get_user_model().objects.prefetch_related("groups")}
    assert users["admin"].is_superuser
    assert not users["publisher"].is_superuser
    assert all(user.is_staff for user in users.values())
    assert [group.name for group in users["translator"].groups.all()] == ["translator"]


@pytest.mark.django_db
def test_a_weak_first_password_is_refused():
    with pytest.raises(LaunchError):
        accounts.make_first("chen", "12345")
    assert not get_user_model().objects.exists()


ANSWERS = {
    "home": "ningbo",
    "name_zh": "宁波合作交流",
    "name_en": "Ningbo Cooperation News",
    "language": "en",
    "time_zone": "Asia/Tokyo",
    "username": "chen",
    "password": "plum-rain-season",
}


def set_up(**changes):
    call_command("setup", **ANSWERS | changes)


@pytest.mark.django_db
def test_an_empty_site_is_set_up_from_the_answers(settings, tmp_path):
    settings.DATA_DIR = tmp_path

    set_up()

    site = SiteSettings.current()
    assert (site.home, site.first_language, site.name_en) == ("ningbo", "en", "Ningbo Cooperation News")
    assert site.time_zone == "Asia/Tokyo"
    assert get_user_model().objects.get().check_password("plum-rain-season")


@pytest.mark.django_db
def test_a_site_is_set_up_once(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    set_up()

    with pytest.raises(LaunchError, match="has been set up already"):
        set_up(username="li")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"home": "atlantis"}, "No place has the address word atlantis"),
        ({"time_zone": "Moon/Sea"}, "There is no time zone Moon/Sea"),
        ({"language": "la"}, "The first language is zh or en"),
        ({"password": "123"}, "too short"),
        ({"username": "no such/name"}, "valid username"),
    ],
)
def test_an_answer_that_will_not_do_leaves_the_site_empty(changes, sentence, settings, tmp_path):
    settings.DATA_DIR = tmp_path

    with pytest.raises(LaunchError, match=sentence), translation.override("en"):
        set_up(**changes)

    assert not SiteSettings.objects.exists()
    assert not get_user_model().objects.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_where_nobody_can_be_asked_the_missing_answer_is_named(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    with pytest.raises(LaunchError, match="The site's name in Chinese"):
        set_up(name_zh="")


@pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work
def test_the_demonstration_is_built_once_and_then_left_as_it_is(capsys, monkeypatch):
    monkeypatch.setattr("newsroom.management.statics.collect", lambda: False)
    one_story = partial(load, only="2013-11-18-hospital")  # it has no pictures, and all have a proof of their own
    monkeypatch.setattr("newsroom.management.commands.demo.load", one_story)
    call_command("demo", no_serve=True)
    told = capsys.readouterr().out

    call_command("demo", no_serve=True)

    assert "/admin/" in told
    assert "Password" in told
    assert get_user_model().objects.count() == len(ROLES) + 1
    assert Article.objects.count() == 1
    assert "as it was told" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_home_that_did_not_come_with_the_house_is_entered():
    set_up(home="harbourton", home_name_zh="港顿", home_name_en="Harbourton", home_country="nz")

    home = Place.objects.get(slug=SiteSettings.current().home)
    assert (home.name_zh, home.name_en, home.parent.slug) == ("港顿", "Harbourton", "new-zealand")


@pytest.mark.django_db
def test_a_home_may_be_part_of_a_region():
    set_up(home="kowloon", home_name_zh="九龙", home_name_en="Kowloon", home_country="hk")
    assert Place.objects.get(slug="kowloon").parent.slug == "hong-kong"


@pytest.mark.django_db
def test_a_home_in_no_country_is_refused():
    with pytest.raises(LaunchError, match="No country or region has the letters XX"):
        set_up(home="harbourton", home_name_zh="港顿", home_name_en="Harbourton", home_country="XX")
    assert not Place.objects.filter(slug="harbourton").exists()


@pytest.mark.django_db
def test_an_empty_site_begins_with_what_it_says_of_itself(client):
    set_up()
    for language, title in (("en", "Accessibility"), ("zh", "无障碍声明")):
        page = client.get(f"/{language}/accessibility/").content.decode()
        assert f"<h1>{title}</h1>" in page and "axe-core" in page
        assert f'<a href="/{language}/corrections/">' in client.get(f"/{language}/about/").content.decode()
