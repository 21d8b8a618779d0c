"""The desk in a browser, and how somebody comes in."""

from newsroom.masthead.models import SiteSettings
from tests import factories

PASSWORD = "not a secret at all"


def at_the_desk(server, *roles: str) -> str:
    """Return the address of a site that is set up, with an account for each role."""
    SiteSettings.objects.get_or_create(pk=1, defaults={"name_zh": "示例", "name_en": "Example"})
    for role in roles or ("editor", "publisher"):
        account = factories.user(role, language="en")
        account.set_password(PASSWORD)
        account.save()
    return server.url


def sign_in(page, desk: str, name: str) -> None:
    page.wait_for_load_state()  # a script of the page before would be asked for by nobody, and answered with the door
    page.context.clear_cookies()
    page.goto(f"{desk}/admin/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
