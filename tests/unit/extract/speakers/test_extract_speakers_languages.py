"""Speakers and indirect speech in the languages beside English and German: own sentences, several shapes each."""

from __future__ import annotations

import pytest

from xlcheck.extract.quotations.in_article import extract_quotations
from xlcheck.reading import plain_article
from xlcheck.segment import segment_article

SPOKEN = {
    "fr": [
        ("« Le pont est sûr », a déclaré Ada Lindqvist.", "Ada Lindqvist"),
        ("« Le pont est sûr », a-t-elle ajouté.", ""),
        ("« Le pont est sûr », affirme la ministre Ada Lindqvist.", "Ada Lindqvist"),
        ("« Le pont est sûr », dit-il.", ""),
        ("Ada Lindqvist a déclaré : « Le pont est sûr. »", "Ada Lindqvist"),
        ("Selon Ada Lindqvist, le pont est « tout à fait sûr ».", "Ada Lindqvist"),
        ("« Le pont est sûr », a expliqué le ministre de la Défense Henrik Solberg.", "Henrik Solberg"),
        ("« Le pont est sûr », a souligné l’ambassadrice Ada Lindqvist.", "Ada Lindqvist"),
    ],
    "es": [
        ("«El puente es seguro», dijo Ada Lindqvist.", "Ada Lindqvist"),
        ("“El puente es seguro”, ha declarado la ministra Ada Lindqvist.", "Ada Lindqvist"),
        ("«El puente es seguro», afirmó el alcalde, Henrik Solberg.", "Henrik Solberg"),
        ("Ada Lindqvist aseguró: «El puente es seguro».", "Ada Lindqvist"),
        ("Según Ada Lindqvist, el puente es «del todo seguro».", "Ada Lindqvist"),
        ("«El puente es seguro», dijo el portavoz.", ""),
        ("El ministro de Defensa Henrik Solberg dijo que el puente es «del todo seguro».", "Henrik Solberg"),
    ],
    "it": [
        ("«Il ponte è sicuro», ha detto Ada Lindqvist.", "Ada Lindqvist"),
        ("“Il ponte è sicuro”, dice la ministra Ada Lindqvist.", "Ada Lindqvist"),
        ("«Il ponte è sicuro», ha spiegato il sindaco, Henrik Solberg.", "Henrik Solberg"),
        ("Ada Lindqvist ha dichiarato: «Il ponte è sicuro».", "Ada Lindqvist"),
        ("Secondo Ada Lindqvist il ponte è «del tutto sicuro».", "Ada Lindqvist"),
        ("«Il ponte è sicuro», ha aggiunto la portavoce.", ""),
        ("«Il ponte è sicuro», ha affermato l’assessore Henrik Solberg.", "Henrik Solberg"),
    ],
    "pt": [
        ("“A ponte é segura”, disse Ada Lindqvist.", "Ada Lindqvist"),
        ("«A ponte é segura», afirmou a ministra Ada Lindqvist.", "Ada Lindqvist"),
        ("“A ponte é segura”, garantiu o prefeito, Henrik Solberg.", "Henrik Solberg"),
        ("Ada Lindqvist declarou: “A ponte é segura.”", "Ada Lindqvist"),
        ("De acordo com Ada Lindqvist, a ponte é “totalmente segura”.", "Ada Lindqvist"),
        ("“A ponte é segura”, explicou o porta-voz.", ""),
        ("O ministro da Defesa Henrik Solberg disse que a ponte é “totalmente segura”.", "Henrik Solberg"),
    ],
    "nl": [
        ("‘De brug is veilig’, zei Ada Lindqvist.", "Ada Lindqvist"),
        ("“De brug is veilig”, aldus Ada Lindqvist.", "Ada Lindqvist"),
        ('"De brug is veilig", zegt minister Ada Lindqvist.', "Ada Lindqvist"),
        ("„De brug is veilig”, vertelde burgemeester Henrik Solberg.", "Henrik Solberg"),
        ("Ada Lindqvist zei: “De brug is veilig.”", "Ada Lindqvist"),
        ("Volgens Ada Lindqvist is de brug “helemaal veilig”.", "Ada Lindqvist"),
        ("“De brug is veilig”, voegde Henrik Solberg toe.", "Henrik Solberg"),
        ("“De brug is veilig”, zei de woordvoerder.", ""),
    ],
    "sv": [
        ("”Bron är säker”, sade Ada Lindqvist.", "Ada Lindqvist"),
        ("”Bron är säker”, säger ministern Ada Lindqvist.", "Ada Lindqvist"),
        ("»Bron är säker», skriver Henrik Solberg.", "Henrik Solberg"),
        ("Ada Lindqvist sade: ”Bron är säker.”", "Ada Lindqvist"),
        ("Enligt Ada Lindqvist är bron ”helt och hållet säker”.", "Ada Lindqvist"),
        ("”Bron är säker”, sade talesmannen.", ""),
        ("Statsminister Henrik Solberg sade att bron är ”helt och hållet säker”.", "Henrik Solberg"),
    ],
    "pl": [
        ("„Most jest bezpieczny” – powiedziała Ada Lindqvist.", "Ada Lindqvist"),
        ("„Most jest bezpieczny” – dodał minister Henrik Solberg.", "Henrik Solberg"),
        ("„Most jest bezpieczny”, podkreśliła burmistrz Ada Lindqvist.", "Ada Lindqvist"),
        ("Ada Lindqvist powiedziała: „Most jest bezpieczny”.", "Ada Lindqvist"),
        ("Zdaniem Ady Lindqvist most jest „całkiem bezpieczny dziś”.", "Ady Lindqvist"),
        ("„Most jest bezpieczny” – powiedział rzecznik.", ""),
        ("Minister obrony Henrik Solberg stwierdził, że most jest „w pełni bezpieczny”.", "Henrik Solberg"),
    ],
    "cs": [
        ("„Most je bezpečný,“ řekla Ada Lindqvistová.", "Ada Lindqvistová"),
        ("„Most je bezpečný,“ uvedl ministr Henrik Solberg.", "Henrik Solberg"),
        ("„Most je bezpečný,“ dodal starosta Henrik Solberg.", "Henrik Solberg"),
        ("Ada Lindqvistová řekla: „Most je bezpečný.“", "Ada Lindqvistová"),
        ("Podle Henrika Solberga je most „zcela bezpečný dnes“.", "Henrika Solberga"),
        ("„Most je bezpečný,“ řekl mluvčí.", ""),
        ("Ministr obrany Henrik Solberg prohlásil, že most je „zcela a plně bezpečný“.", "Henrik Solberg"),
    ],
    "ru": [
        ("«Мост безопасен», — сказала Ада Линдквист.", "Ада Линдквист"),
        ("«Мост безопасен», — заявил министр Хенрик Сольберг.", "Хенрик Сольберг"),
        ("«Мост безопасен», – отметил министр обороны Хенрик Сольберг.", "Хенрик Сольберг"),
        ("Ада Линдквист сказала: «Мост безопасен».", "Ада Линдквист"),
        ("По словам Ады Линдквист, мост «совершенно безопасен сегодня».", "Ады Линдквист"),
        ("«Мост безопасен», — сообщила пресс-служба.", ""),
        ("Хенрик Сольберг заявил, что мост «полностью и совершенно безопасен».", "Хенрик Сольберг"),
    ],
    "uk": [
        ("«Міст безпечний», — сказала Ада Ліндквіст.", "Ада Ліндквіст"),
        ("«Міст безпечний», — заявив міністр Хенрік Сольберг.", "Хенрік Сольберг"),
        ("«Міст безпечний», – зазначив міністр оборони Хенрік Сольберг.", "Хенрік Сольберг"),
        ("Ада Ліндквіст сказала: «Міст безпечний».", "Ада Ліндквіст"),
        ("За словами Ади Ліндквіст, міст «цілком безпечний сьогодні».", "Ади Ліндквіст"),
        ("«Міст безпечний», — повідомила пресслужба.", ""),
        ("Хенрік Сольберг заявив, що міст «повністю і цілком безпечний».", "Хенрік Сольберг"),
    ],
    "tr": [
        ("“Köprü güvenli” dedi Ayşe Yılmaz.", "Ayşe Yılmaz"),
        ("Ayşe Yılmaz, “Köprü bugün güvenli.” dedi.", "Ayşe Yılmaz"),
        ("Belediye Başkanı Ayşe Yılmaz, “Köprü bugün güvenli” ifadesini kullandı ve ekledi.", "Ayşe Yılmaz"),
        ("Ayşe Yılmaz şöyle konuştu: “Köprü bugün güvenli.”", "Ayşe Yılmaz"),
        ("Bakan Kemal Demir, “Köprü bugün güvenli” diye konuştu.", "Kemal Demir"),
        ("Ayşe Yılmaz'a göre köprü “bugün tamamen güvenli”.", "Ayşe Yılmaz'a"),
        ("Sözcü, “Köprü bugün güvenli” dedi.", ""),
    ],
    "ar": [
        ("قال أحمد الصالح: «الجسر آمن تماما اليوم».", "أحمد الصالح"),
        ("قالت ليلى منصور إن الجسر «آمن تماما اليوم».", "ليلى منصور"),
        ("وأكد وزير الدفاع أحمد الصالح أن الجسر «آمن تماما اليوم».", "أحمد الصالح"),
        ("«الجسر آمن تماما اليوم»، قال أحمد الصالح.", "أحمد الصالح"),
        ("وأضاف الوزير أحمد الصالح: “الجسر آمن تماما اليوم”.", "أحمد الصالح"),
        ("بحسب أحمد الصالح، الجسر «آمن تماما اليوم».", "أحمد الصالح"),
        ("وقال المتحدث إن الجسر «آمن تماما اليوم».", ""),
    ],
}

REPORTED = {
    "fr": ("Ada Lindqvist a déclaré que le pont était sûr.", "que le pont était sûr", "Ada Lindqvist"),
    "es": ("Ada Lindqvist dijo que el puente es seguro.", "que el puente es seguro", "Ada Lindqvist"),
    "it": ("Ada Lindqvist ha detto che il ponte è sicuro.", "che il ponte è sicuro", "Ada Lindqvist"),
    "pt": ("Ada Lindqvist disse que a ponte é segura.", "que a ponte é segura", "Ada Lindqvist"),
    "nl": ("Ada Lindqvist zei dat de brug veilig is.", "dat de brug veilig is", "Ada Lindqvist"),
    "sv": ("Ada Lindqvist sade att bron är säker.", "att bron är säker", "Ada Lindqvist"),
    "pl": ("Ada Lindqvist powiedziała, że most jest bezpieczny.", "że most jest bezpieczny", "Ada Lindqvist"),
    "cs": ("Henrik Solberg řekl, že most je bezpečný.", "že most je bezpečný", "Henrik Solberg"),
    "ru": ("Ада Линдквист сказала, что мост безопасен.", "что мост безопасен", "Ада Линдквист"),
    "uk": ("Ада Ліндквіст сказала, що міст безпечний.", "що міст безпечний", "Ада Ліндквіст"),
    "tr": ("Ayşe Yılmaz, köprünün bugün güvenli olduğunu söyledi.", "köprünün bugün güvenli olduğunu", "Ayşe Yılmaz"),
    "ar": ("قال أحمد الصالح إن الجسر آمن تماما.", "إن الجسر آمن تماما", "أحمد الصالح"),
}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        pytest.param(language, text, name, id=f"{language}-{place}")
        for language, sentences in SPOKEN.items()
        for place, (text, name) in enumerate(sentences)
    ],
)
def test_speaker(language: str, text: str, name: str) -> None:
    article = plain_article(text, name="a", language=language)
    (quote,) = extract_quotations(article, segment_article(article)).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == name
    assert quote.speaker.confidence >= 0.4


@pytest.mark.parametrize("language", REPORTED)
def test_indirect_speech(language: str) -> None:
    text, clause, name = REPORTED[language]
    article = plain_article(text, name="a", language=language)
    (item,) = extract_quotations(article, segment_article(article)).indirect
    assert item.content.text == clause
    assert item.speaker is not None
    assert item.speaker.name == name
