"""Tables as HTML: what people have written stays words, wherever it stands."""

from logic.html_tables import Link, Table, as_html

WORDS = '<b> & "more"'


def test_words_stay_words_in_every_place_of_a_table() -> None:
    table = Table(WORDS, (WORDS, WORDS), ((WORDS, Link(WORDS, WORDS)),), (WORDS, WORDS))

    html = as_html(table)

    assert "<b>" not in html
    assert '"more"' not in html
    assert html.count("&lt;b&gt; &amp; &quot;more&quot;") == 8


def test_a_folded_table_shows_its_caption_until_it_is_opened() -> None:
    html = as_html(Table("Of what", ("A",), (("b",),), folded=True))

    assert html.startswith("<details><summary>Of what</summary>")
    assert html.endswith("</details>\n")
