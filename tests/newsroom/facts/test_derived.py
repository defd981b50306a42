"""Figures that a source does not have and that follow from those it has; and those that only look like it."""

import pytest

from tests.newsroom.facts.test_gate import blocks


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # rounded, to the side that the words say
        ("More than 4,000 people came.", "4,136 people came."),
        ("Nearly 4,000 people came.", "3,914 people came."),
        ("No more than 4,000 people came.", "3,914 people came."),
        ("The damage exceeds two billion euros.", "The damage is 2.3 billion euros."),
        ("Ущерб превысил два миллиарда тенге.", "Ущерб оценивается в 2,3 млрд тенге."),
        ("Пришли не менее 4000 человек.", "Пришли 4136 человек."),
        ("Es kamen knapp 4000 Menschen.", "Es kamen 3914 Menschen."),
        ("高齢者は2割を超えている。", "高齢者は全体の23%だ。"),
        ("Some 1,900 people were moved.", "1,850 people were moved."),
        ("近1900人被疏散。", "三个村庄的1850人已被疏散。"),
        # shares and what they are shares of
        ("Half the shops closed.", "50 percent of the shops closed."),
        ("Nearly half of them voted.", "47 percent voted."),
        ("More than a third of voters came.", "41 percent voted."),
        ("25%的会员企业明年不招人。", "会长表示，四分之一的会员企业明年不打算招人。"),
        ("Some 300 houses were badly damaged.", "Some 900 houses were damaged, a third of them badly damaged."),
        ("50 फ़ीसदी कंपनियाँ भर्ती नहीं करेंगी।", "आधी कंपनियाँ भर्ती नहीं करेंगी।"),
        ("چهار شرکت از ۱۶ شرکت بسته شد، یعنی ۲۵ درصد.", "چهار شرکت از ۱۶ شرکت بسته شد؛ از هر چهار شرکت یکی."),
        ("4人に1人が来年採用しない。", "会員の25%は来年採用しない。"),
        ("每四家企业就有一家不招人。", "25%的企业不招人。"),
        # sums, and the same in another unit
        ("The ferry had 415 people on board.", "The ferry carried 386 passengers and 29 crew."),
        ("Aid was promised within two days.", "Aid was promised within 48 hours."),
        ("The sentence is 24 months.", "The sentence is two years."),
        ("They seized 2 tonnes of tea.", "They seized 2,000 kg of tea."),
        ("ضبطت الشرطة 480 كغ من الشاي.", "ضبطت الشرطة 480 كيلوغراماً من الشاي."),
        # words that are money elsewhere
        ("Those born in 1998 won.", "Those who were born in 1998 have won."),
        ("三成就是成就。", "三成就是成就。"),
    ],
)
def test_what_follows_from_a_source_is_borne(text: str, source: str) -> None:
    assert blocks(text, source) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("More than 4,000 people came.", "3,914 people came."),
        ("Nearly 4,000 people came.", "4,136 people came."),
        ("Less than 4,000 people came.", "4,136 people came."),
        ("Не более 4000 человек пришли.", "Пришли 4136 человек."),
        ("More than two billion euros are missing.", "1.9 billion euros are missing."),
        ("More than three billion euros are missing.", "2.3 billion euros are missing."),
        ("Nearly half of them voted.", "33 percent voted."),
        ("More than half of them voted.", "47 percent voted."),
        ("About 1,900 saw a fire.", "In 1850 a fire was seen."),
        ("They counted some 1,900.", "They counted 1,850."),
        ("The law got 321 members' votes.", "The law got 312 members' votes, 9 stood aside."),
        ("The war of 3,914 lasted.", "Wars began in 1957 and in 1957."),
        ("Aid was promised within three days.", "Aid was promised within 48 hours."),
        ("They seized 3 tonnes of tea.", "They seized 2,000 kg of tea."),
        ("The prize is 3,000 won.", "The prize is 3,000 dollars."),
        ("每四家企业就有一家不招人。", "30%的企业不招人。"),
    ],
)
def test_what_does_not_follow_blocks(text: str, source: str) -> None:
    assert blocks(text, source) != []
