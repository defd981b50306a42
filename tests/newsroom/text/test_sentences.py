"""Where sentences end."""

import pytest

from bot.newsroom.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("Dr. Smith of the U.S. Navy left. He was late.", ("Dr. Smith of the U.S. Navy left.", "He was late.")),
        ('He said, "No. Never." Then he left.', ('He said, "No. Never."', "Then he left.")),
        ('A gap of 5" is wide. He said "no." Good.', ('A gap of 5" is wide.', 'He said "no."', "Good.")),
        ("He lives at No. 4 now. No. Never.", ("He lives at No. 4 now.", "No.", "Never.")),
        ("It cost 3.5 million. 40 came.", ("It cost 3.5 million.", "40 came.")),
        ("他走了。她留下。", ("他走了。", "她留下。")),
        ("没有。”他说。", ("没有。”他说。",)),
        ("هل جاء؟ نعم.", ("هل جاء؟", "نعم.")),
        (
            "It rained. Dr. J. Smith agreed. Gov. A. B. Ruiz left.",
            ("It rained.", "Dr. J. Smith agreed.", "Gov. A. B. Ruiz left."),
        ),
        (
            "He is in Washington D.C. It is warm at 5 p.m. The sun sets.",
            ("He is in Washington D.C.", "It is warm at 5 p.m.", "The sun sets."),
        ),
        (
            "Am Montag, dem 3. November, sind z. B. Brücken zu. Gut.",
            ("Am Montag, dem 3. November, sind z. B. Brücken zu.", "Gut."),
        ),
        ("El Sr. J. López dijo que EE. UU. paga. Bien.", ("El Sr. J. López dijo que EE. UU. paga.", "Bien.")),
        ("L'art. 5 vaut. Пожар на ул. Ленина. Да.", ("L'art. 5 vaut.", "Пожар на ул. Ленина.", "Да.")),
        ("डॉ. शर्मा और ए. के. वर्मा आए। ठीक है।", ("डॉ. शर्मा और ए. के. वर्मा आए।", "ठीक है।")),
        ("Nadie lo sabe. ¿Quién paga? ¡Nadie!", ("Nadie lo sabe.", "¿Quién paga?", "¡Nadie!")),
        (
            "»Alles ist morsch.« Am 31. März bzw. 2. April kam er.",
            ("»Alles ist morsch.«", "Am 31. März bzw. 2. April kam er."),
        ),
        ("Sie sagte: „Wir fahren.“ Der Rat berät.", ("Sie sagte: „Wir fahren.“", "Der Rat berät.")),
        (
            "Il a dit : « Tout est pourri. » Les ferries partent. « Qui paie ? »",
            ("Il a dit : « Tout est pourri. »", "Les ferries partent.", "« Qui paie ? »"),
        ),
        ("Es kostet 3,5 Mrd. Euro. Die 2. Liga beginnt.", ("Es kostet 3,5 Mrd. Euro.", "Die 2. Liga beginnt.")),
        (
            "Er spielt für den 1. FC Marn. Am 7.10. (Mittwoch) kam er.",
            ("Er spielt für den 1. FC Marn.", "Am 7.10. (Mittwoch) kam er."),
        ),
        ("Berg et al. [2004] saw it. See Fig. 3 of it.", ("Berg et al. [2004] saw it.", "See Fig. 3 of it.")),
        ("Cmdr. Strand paid Rs. 500 to Yahoo! Japan. Good.", ("Cmdr. Strand paid Rs. 500 to Yahoo! Japan.", "Good.")),
        ("قال د. سامي إنه بخير. نعم.", ("قال د. سامي إنه بخير.", "نعم.")),
        ("मरम्मत पर 500 करोड़ रु. खर्च होंगे। हाँ।", ("मरम्मत पर 500 करोड़ रु. खर्च होंगे।", "हाँ।")),
        (
            "She said: “It is rotten. Nobody looked.” Then she left.",
            ("She said: “It is rotten. Nobody looked.”", "Then she left."),
        ),
        ("A quotation “opens here. And never. Closes.", ("A quotation “opens here.", "And never.", "Closes.")),
        ("市长说：“早就烂了。没人查过。”为什么推迟了？！", ("市长说：“早就烂了。没人查过。”", "为什么推迟了？！")),
        ("市長は「閉鎖する。」と述べた。なぜか！？", ("市長は「閉鎖する。」と述べた。", "なぜか！？")),
        ("A sra. Lima e o dr. Melo vieram. Sim.", ("A sra. Lima e o dr. Melo vieram.", "Sim.")),
        ("Es kostet rd. 50 Euro. Ja.", ("Es kostet rd. 50 Euro.", "Ja.")),
        ("He cited no. 12 of them. Art. 5 holds.", ("He cited no. 12 of them.", "Art. 5 holds.")),
        ("Пожар был 5 нояб. 2026 года. Да.", ("Пожар был 5 нояб. 2026 года.", "Да.")),
        ("Stálo to cca. 5 korun. Ano.", ("Stálo to cca. 5 korun.", "Ano.")),
        ("旧码头关闭。（木桩早就烂了。）桥也要关。", ("旧码头关闭。", "（木桩早就烂了。）", "桥也要关。")),
        ("市長は｢閉鎖する。｣と述べた。議会は採決する。", ("市長は｢閉鎖する。｣と述べた。", "議会は採決する。")),
        ("閉鎖は確定した｡議会は採決する｡", ("閉鎖は確定した｡", "議会は採決する｡")),
        (
            "The council voted. iPhone sales rose. €5 is the fare.",
            ("The council voted.", "iPhone sales rose.", "€5 is the fare."),
        ),
        ("no end", ("no end",)),
        ("  ", ()),
    ],
)
def test_sentences(paragraph: str, sentences: tuple[str, ...]) -> None:
    assert split_sentences(paragraph) == sentences


def test_quotation_that_is_too_long_to_be_one_joins_nothing() -> None:
    long = "“" + "It is so. " * 80 + "It ends.”"
    assert split_sentences(long)[0] == "“It is so."
