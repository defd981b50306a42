"""Sums, scales, years and whole hours, as countries write them: the same where they are, blocked where they differ."""

import pytest

from tests.newsroom.facts.test_gate import blocks


@pytest.mark.parametrize(
    ("altered", "source"),
    [
        ("The ticket costs 80 $ in Marn.", "The ticket costs 80 € in Marn."),
        ("Der Verein zahlt 1250 £ Strafe.", "Der Verein zahlt 1250 € Strafe."),
        ("Harga naik menjadi Rp2.250 per kilogram.", "Harga naik menjadi Rp1.250 per kilogram."),
        ("Harga naik menjadi Rp5 miliar.", "Harga naik menjadi Rp5 juta."),
        ("O preço é de US$ 80 por ação.", "O preço é de R$ 80 por ação."),
        ("Уряд виділив 40 грн на школи.", "Уряд виділив 40 тис. грн на школи."),
        ("Costa 5 mld di euro.", "Costa 5 mln di euro."),
        ("La réunion débute à 19h à Marn.", "La réunion débute à 20h à Marn."),
        ("Une centaine de personnes.", "Une dizaine de personnes."),
        ("Thousands of people fled.", "Hundreds of people fled."),
    ],
)
def test_another_currency_scale_or_hour_is_blocked(altered: str, source: str) -> None:
    assert blocks(altered, source) != []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Le prix est de 80 € le litre.", "Le prix est de 80 euros le litre."),
        ("Закон принят 3 мая 2024.", "Закон принят 3 мая 2024 года."),
        ("Закон принят 12 марта 2024 г.", "Закон принят 12 марта 2024 года."),
        ("Le couvre-feu commence à 22h00.", "Le couvre-feu commence à 22 heures."),
        ("Empieza a las 22:00 en Marn.", "Empieza a las 22 horas en Marn."),
        ("Il coprifuoco inizia alle 22:00.", "Il coprifuoco inizia alle 22."),
        ("Заседание начинается в 22:00.", "Заседание начинается в 22 часа."),
        ("Diede il premio a 22 persone.", "Diede il premio alle 22 persone."),
        ("Toplantı saat 22.00'de başlıyor.", "Toplantı saat 22'de başlıyor."),
        ("Custa 1.250,50 reais.", "Custa R$ 1.250,50."),
        ("Rs 500 crore were paid.", "₹500 crore were paid."),
        ("5 mln di euro per Marn.", "5 milioni di euro per Marn."),
        ("Es kostet 5 Mio. €.", "Es kostet 5 Millionen Euro."),
        ("The twenty-first edition opens in Marn.", "The 21st edition opens in Marn."),
        ("Thousands of people fled.", "Tens of thousands of people fled."),
    ],
)
def test_sum_year_or_hour_is_the_same_in_another_form(sentence: str, source: str) -> None:
    assert (blocks(sentence, source), blocks(source, source)) == ([], [])
