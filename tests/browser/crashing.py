"""A browser that goes away while somebody types at the desk, and what it offers afterwards."""

from django.urls import reverse

OFFER = ".desk-kept"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('kept:'))"


def until_kept(page, words: str) -> None:
    """Wait until the browser has `words` in its storage."""
    page.wait_for_function("(words) => Object.values(localStorage).some((entry) => entry.includes(words))", arg=words)


def after_a_crash(page, address: str):
    """Return a new page at `address` in the same browser; the old one is gone, unasked."""
    another = page.context.new_page()
    another.complaints = page.complaints
    another.on("console", lambda message: page.complaints.append(message.text))
    another.on("pageerror", lambda error: page.complaints.append(str(error)))
    another.on("dialog", lambda dialog: dialog.accept())
    page.close(run_before_unload=False)
    another.goto(address)
    return another


def put_back(page) -> None:
    page.get_by_role("button", name="Put it back").click()
    page.get_by_text("It is in the form again.").wait_for()


def save(page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".messagelist .success").wait_for()


def story_of(version) -> str:
    return reverse("admin:articles_article_change", args=[version.edition.article_id])
