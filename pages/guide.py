"""What is known about the chosen condition: the parts of the guide, or the one being read."""

from logic.asking import common_parts, own_parts
from logic.matching import following_section, harms_beside
from pages.parts import acts, asking, parts_of_guide, passages, session, sheet
from pages.parts.controls import control
from pages.parts.show import show

condition, section = session.visit().condition or "", session.visit().section

if section is None:
    parts_of_guide.to_choose_from(condition)
else:
    show(passages.whole, section)
    pack, matters = session.pack(), session.visit().matters
    order = [*own_parts(pack, condition, matters), *common_parts(pack, matters)]
    following = following_section(pack, order, section)
    with sheet.box("section-ways"):
        if following:
            passages.opener(following, is_next=True)
        control("all-parts", lambda: session.ui().labels.all_parts, acts.close_section)
    whole = (pack.section[section], harms_beside(pack, pack.section[section]))
    asking.takers(filter(None, whole))
