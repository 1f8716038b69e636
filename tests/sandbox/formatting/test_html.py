from __future__ import annotations

import pytest

from sandbox.formatting.entities import FormattedText, command_entities, utf16_length
from sandbox.formatting.html_mode import parse_html
from sandbox.http.answers import Refusal


def spoken(html: str) -> list[tuple[str, str]]:
    """Returns each entity's type with the words it covers."""
    found = parse_html(html)
    units = found.text.encode("utf-16-le")
    return [
        (each["type"], units[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le"))
        for each in found.entities
    ]


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        (("b", "strong"), "bold"),
        (("i", "em"), "italic"),
        (("u", "ins"), "underline"),
        (("s", "strike", "del"), "strikethrough"),
        (("tg-spoiler",), "spoiler"),
        (("code",), "code"),
        (("pre",), "pre"),
        (("blockquote",), "blockquote"),
    ],
)
def test_every_simple_tag_and_its_other_spellings(tags: tuple[str, ...], kind: str) -> None:
    """A tag in upper or lower case marks the words inside it."""
    for tag in tags:
        assert spoken(f"до <{tag}>внутри</{tag.upper()}> после") == [(kind, "внутри")]


@pytest.mark.parametrize(
    ("html", "entity"),
    [
        (
            '<a href="http://www.example.com/?a=1&amp;b">x</a>',
            {"type": "text_link", "url": "http://www.example.com/?a=1&b"},
        ),
        ("<a href='example.com'>x</a>", {"type": "text_link", "url": "http://example.com/"}),
        ('<a href="tg://user?id=7">x</a>', {"type": "text_mention", "user": {"id": 7}}),
        ('<tg-emoji emoji-id="5368">x</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5368"}),
        ('<tg-time unix="1796000000">x</tg-time>', {"type": "date_time", "unix_time": 1796000000}),
        (
            '<tg-time format="wDT" unix="1796000000">x</tg-time>',
            {"type": "date_time", "unix_time": 1796000000, "date_time_format": "wDT"},
        ),
        ('<span class="tg-spoiler">x</span>', {"type": "spoiler"}),
        ("<blockquote expandable>x</blockquote>", {"type": "expandable_blockquote"}),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
        ('<code class="language-python">x</code>', {"type": "code"}),
    ],
)
def test_tags_that_say_more(html: str, entity: dict[str, object]) -> None:
    """Attributes become part of the entity."""
    assert parse_html(html).entities == [{"offset": 0, "length": 1, **entity}]


def test_a_link_to_nowhere_is_plain_text() -> None:
    """A reference that is not an address leaves its words and no entity."""
    assert parse_html('<a href="#top">x</a>') == FormattedText("x", [])


def test_a_text_without_tags_is_itself() -> None:
    """Without tags there is nothing to parse and nothing to mark."""
    assert parse_html("5 > 3") == FormattedText("5 > 3", [])


def test_a_link_of_telegram_stays_as_it_is() -> None:
    """Telegram's own scheme is allowed."""
    assert parse_html('<a href="tg://resolve?domain=x">a</a>').entities[0]["url"] == "tg://resolve?domain=x"


def test_an_address_without_reference_is_its_own_link() -> None:
    """An empty link takes its address from its words."""
    assert parse_html("<a>example.com</a>").entities[0]["url"] == "http://example.com/"


def test_nested_tags_are_listed_from_the_outside_in() -> None:
    """The outer entity comes first."""
    assert spoken("<b>a<i>b</i></b>") == [("bold", "ab"), ("italic", "b")]


def test_an_end_tag_without_a_name_closes_the_last_tag() -> None:
    """`</>` is enough."""
    assert spoken("<b>a</>b") == [("bold", "a")]


def test_references_are_characters() -> None:
    """The four named references and numbers are read, with or without a semicolon; others stay."""
    assert (
        parse_html("&lt;&gt;&amp;&quot;&#1178;&#x49A;&lt &nbsp;& &#0; &#9999999999;").text
        == '<>&"ҚҚ< &nbsp;& &#0; &#9999999999;'
    )


def test_offsets_count_utf16_units() -> None:
    """An emoji beyond the basic plane counts twice, a Kazakh letter once."""
    assert utf16_length("Қ😀") == 3
    assert parse_html("😀<b>Қ😀</b>").entities == [{"type": "bold", "offset": 2, "length": 3}]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<p class="x">a</p>', 'Unsupported start tag "p" at byte offset 0'),
        ("Қ<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<a =x>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x_y>a</a>", "Unexpected end of name token at byte offset 8"),
        ('<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("a &#xD83D; b", "Text contains invalid Unicode characters after decoding HTML entities"),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_bad_html_is_refused_in_the_servers_words(html: str, reason: str) -> None:
    """The refusal says what is wrong, and at which byte."""
    with pytest.raises(Refusal) as caught:
        parse_html(html)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


def test_text_is_trimmed_and_entities_follow() -> None:
    """White space around the text is removed, with entities that cover only it; the others move."""
    found = parse_html("<i> \n</i>\n<b>слово </b>\r\n").cleaned()
    assert found == FormattedText("слово", [{"type": "bold", "offset": 0, "length": 5}])


def test_returns_in_the_middle_are_dropped() -> None:
    """A carriage return is not a character, nor does it count in an entity's length."""
    found = parse_html("a\r\nb<b>c\r\nd</b>").cleaned()
    assert found == FormattedText("a\nbc\nd", [{"type": "bold", "offset": 3, "length": 3}])


def test_commands_are_found_in_a_persons_text() -> None:
    """A command stands alone; a path or a fraction is not a command."""
    found = command_entities("😀 /start@sandbox_bot abc 1/2 /a/b https://x/y /help")
    assert [(each["offset"], each["length"]) for each in found] == [(3, 18), (47, 5)]


def test_a_date_inside_of_other_marks() -> None:
    """The words of a date may be bold, and a bold line may have a date in it."""
    assert spoken('<b>до <tg-time unix="1796000000">среды</tg-time></b>') == [
        ("bold", "до среды"),
        ("date_time", "среды"),
    ]


def test_a_date_beyond_32_bits_is_plain_text() -> None:
    """The server takes it and marks nothing."""
    assert parse_html(f'<tg-time unix="{1 << 31}">x</tg-time>') == FormattedText("x", [])


@pytest.mark.parametrize("attributes", ["", ' unix=""', ' unix="soon"', ' unix="-5"', ' unix="1" format="Dd"'])
def test_no_such_date(attributes: str) -> None:
    """A date needs its moment, and a format is one of a few."""
    with pytest.raises(Refusal, match="Invalid"):
        parse_html(f"<tg-time{attributes}>x</tg-time>")
