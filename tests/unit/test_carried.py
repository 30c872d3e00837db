"""HTML on its way to a browser, which takes none of it for HTML until it is laid out."""

from logic.carried import SIGNS, carried, laid_out

HTML = '<p class="a">A &amp; B, “c” and \'</p>'


def test_what_is_carried_is_one_element_for_whoever_does_not_lay_it_out() -> None:
    begins, ends = '<div data-shows="', '"></div>'

    told = carried(HTML).removeprefix(begins).removesuffix(ends)

    assert carried(HTML) == f"{begins}{told}{ends}"
    assert not set('<>&"') & set(told)


def test_what_is_laid_out_is_what_was_carried_wherever_it_stands() -> None:
    assert laid_out(f"1 {carried(HTML)} 2 {carried('')} 3") == f"1 {HTML} 2  3"


def test_no_text_becomes_html_by_bringing_the_signs_along() -> None:
    assert laid_out(carried(f"a{''.join(SIGNS.values())}b")) == "ab"
