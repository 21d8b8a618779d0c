"""Autocompletes of the desk, as an editor uses them."""


def look_for(page, field: str, words: str) -> None:
    """Open the autocomplete of `field` and type `words`, once its search box is focused: sooner, letters are lost."""
    page.click(f".field-{field} .select2-selection")
    page.locator(".select2-search__field:focus").wait_for()
    page.keyboard.type(words)


def choose(page, field: str, words: str) -> None:
    """Choose in the autocomplete of `field` the first that is found by `words`."""
    look_for(page, field, words)
    page.locator(".select2-results__option--highlighted").filter(has_text=words).click()
