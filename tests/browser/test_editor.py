"""The rich editor in the desk: it mounts under the strict policy, and what is typed or pasted reaches the readers."""

import re

import pytest

from newsroom.articles.models import Article, Version
from newsroom.desk import policy
from newsroom.languages import EN, ZH
from newsroom.website.models import Page
from tests import factories
from tests.browser.signing_in import at_the_desk, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# As Word puts it on the clipboard: a head with styles, conditional comments, classes, lists as paragraphs.
FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15">
<style><!-- /* Font Definitions */ @font-face {font-family:宋体;} p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1 style='mso-outline-level:1'><span lang=EN-US style='font-size:16.0pt'>What was signed<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span lang=EN-US style='mso-fareast-font-family:
宋体'>The cities signed <b style='mso-bidi-font-weight:normal'>two agreements</b> in the <span
style='font-weight:bold'>old</span> town hall.<o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span
lang=EN-US>Ports<o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span
lang=EN-US>Schools<o:p></o:p></span></p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=277 valign=top style='width:207.4pt;border:solid windowtext 1.0pt'>
<p class=MsoNormal><span lang=EN-US>Party<o:p></o:p></span></p></td>
<td width=277 style='width:207.4pt'><p class=MsoNormal><b><span lang=EN-US>Signed by<o:p></o:p></span></b></p></td></tr>
<tr><td colspan=2 style='mso-border-alt:solid windowtext .5pt'>
<p class=MsoNormal>港口<span lang=EN-US><o:p></o:p></span></p></td></tr>
</table><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p><!--EndFragment--></body></html>"""

READ = (
    "<h2>What was signed</h2><p>The cities signed <strong>two agreements</strong> in the <strong>old</strong> town "
    "hall.</p><ol><li>Ports</li><li>Schools</li></ol><table><tbody><tr><td>Party</td><td><strong>Signed by</strong>"
    '</td></tr><tr><td colspan="2">港口</td></tr></tbody></table>'
)


@pytest.fixture
def desk(live_server):
    return at_the_desk(live_server)


def body(page, language: str = "en"):
    """The writing surface of an edition's body."""
    return page.locator(".story-edition", has=page.locator(f"#id_{language}-body")).locator(".ProseMirror")


def press(page, button: str, language: str = "en") -> None:
    edition = page.locator(".story-edition", has=page.locator(f"#id_{language}-body"))
    edition.get_by_role("button", name=button, exact=True).click()


def paste(page, into, **kinds: str) -> None:
    """Paste what the clipboard holds, by kind: html, plain."""
    into.evaluate(
        """(element, kinds) => {
          const clipboard = new DataTransfer();
          for (const [kind, words] of Object.entries(kinds)) clipboard.setData(`text/${kind}`, words);
          const paste = new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true });
          element.dispatchEvent(paste);
        }""",
        kinds,
    )


def begin(page, desk: str) -> None:
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/articles/article/add/")
    page.fill("#id_year", "2019")
    page.fill("#id_en-headline", "Two cities sign")


def save(page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was added successfully").or_(page.get_by_text("was changed successfully")).wait_for()


def test_chinese_and_english_are_typed_with_bold_link_and_table(page, desk):
    begin(page, desk)
    page.fill("#id_zh-hans-headline", "两市签约")
    body(page).click()
    page.keyboard.type("3. They met in ")
    press(page, "Bold")
    page.keyboard.type("Ningbo")
    page.keyboard.press("Control+a")
    press(page, "Link")
    page.get_by_label("Address, such as").fill("www.example.org")
    page.get_by_role("button", name="Set the link").click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    press(page, "Table")
    page.keyboard.type("Party")
    body(page, "zh-hans").click()
    page.keyboard.insert_text("两市下午会面。")
    save(page)

    words = {version.language: version.body for version in Version.objects.select_related("edition")}
    link = '<a href="https://www.example.org" rel="noopener">'
    assert words[EN].startswith(
        f"<p>{link}3. They met in <strong>Ningbo</strong></a></p><table><tbody><tr><th>Party</th>"
    )
    assert words[ZH] == "<p>两市下午会面。</p>"
    assert page.complaints == []


def test_a_page_pasted_from_word_is_saved_and_read_as_it_was_meant(page, desk):
    begin(page, desk)
    paste(page, body(page), html=FROM_WORD, plain="What was signed")
    save(page)
    version = Version.objects.get()
    assert version.body == READ
    assert body(page).inner_html().count("<td") == 3

    factories.deeds.submit(version, by=version.changed_by)
    factories.deeds.approve(version, by=factories.user("publisher"))
    page.goto(desk + Article.objects.get().address_in(EN))
    assert page.locator(".prose").inner_html() == READ.replace("港口", '<span lang="zh-Hans">港口</span>')
    assert page.complaints == []


def test_a_text_typed_without_the_editor_is_found_in_it_and_comes_back_as_it_was(page, desk):
    version = factories.draft(body="First & last.\nA line.\n\nSecond.", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/articles/article/{version.edition.article_id}/change/")
    assert body(page).inner_html().startswith("<p>First &amp; last.<br>A line.</p><p>Second.</p>")
    save(page)

    assert Version.objects.get().revision == version.revision  # nothing was typed, nothing is changed


def test_words_of_the_other_language_keep_their_mark(page, desk):
    begin(page, desk)
    body(page).click()
    press(page, "Other language")
    page.keyboard.insert_text("宁波")
    press(page, "Other language")
    page.keyboard.type(" is a port.")
    save(page)

    assert Version.objects.get().body == '<p><span lang="zh-Hans">宁波</span> is a port.</p>'


def test_the_site_s_own_html_handed_back_as_text_is_put_in_as_what_it_says(page, desk):
    begin(page, desk)
    paste(page, body(page), plain="<p>Two <strong>agreements</strong>.</p>")
    save(page)

    assert Version.objects.get().body == "<p>Two <strong>agreements</strong>.</p>"


def test_formatted_words_are_not_left_behind_without_asking_and_come_back_after_a_refusal(page, desk):
    begin(page, desk)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    body(page).click()
    press(page, "Bold")
    page.keyboard.type("Signed")
    page.get_by_role("link", name="Example").first.click(no_wait_after=True)
    page.wait_for_function("true")
    assert asked == ["beforeunload"]

    page.fill("#id_year", "")
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".errornote").wait_for()
    assert body(page).inner_html().startswith("<p><strong>Signed</strong></p>")


def test_a_stale_page_shows_both_texts_as_they_read(page, desk):
    version = factories.draft(body="<p>Before.</p>", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/articles/article/{version.edition.article_id}/change/")
    body(page).click()
    page.keyboard.type("Mine. ")
    factories.deeds.write(version, by=factories.user("publisher"), body="<h2>Theirs</h2><p>Not mine.</p>")
    page.get_by_role("button", name="Save and continue editing").click()

    page.locator(".story-theirs h2", has_text="Theirs").wait_for()
    assert "Mine." in body(page).inner_text()


def test_the_standing_pages_are_written_in_it(page, desk):
    sign_in(page, desk, "publisher")
    page.goto(f"{desk}/admin/website/page/add/")
    page.fill("#id_slug", "about")
    page.fill("#id_title_en", "About")
    page.locator(".field-body_en .ProseMirror").click()
    page.get_by_role("button", name="Bold", exact=True).last.click()
    page.keyboard.type("Who we are")
    page.click("input[name=_continue]")
    page.get_by_text("was added successfully").wait_for()

    assert Page.objects.get().body_en == "<p><strong>Who we are</strong></p>"
    assert page.complaints == []


def test_the_toolbar_speaks_the_language_of_the_desk(page, desk):
    factories.user("editor", language="zh-hans")
    begin(page, desk)
    page.locator("button[name=language]").click()
    page.locator(".prose-menubar", has_text="加粗").first.wait_for()
    buttons = page.locator(".prose-menubar").first.get_by_role("button").all_inner_texts()

    assert not any(re.search("[a-z]", words) for words in buttons)


def test_without_scripts_the_field_is_plain_and_works(opened, desk):
    page = opened(java_script_enabled=False)
    begin(page, desk)
    page.fill("#id_en-body", "They met.\n\nThey will meet again.")
    page.get_by_role("button", name="Save and continue editing").click()

    assert Version.objects.get().body == "<p>They met.</p>\n<p>They will meet again.</p>"
    assert page.input_value("#id_en-body") == "They met.\n\nThey will meet again."


def test_without_either_hash_the_browser_refuses_and_says_so(page, desk, monkeypatch):
    """The proof that the tests above would see a missing hash: each is taken away in turn."""
    needed = policy.exceptions()
    for missing, mounts in (("script-src", 0), ("style-src", 2)):
        left = {directive: hashes for directive, hashes in needed.items() if directive != missing}
        monkeypatch.setattr(policy, "exceptions", lambda left=left: left)
        page.complaints.clear()
        begin(page, desk)
        page.wait_for_load_state("networkidle")
        assert page.locator(".ProseMirror").count() == mounts
        assert any("Content Security Policy" in words for words in page.complaints)
