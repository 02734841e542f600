import pytest

from bot.coach.critique.language import READ, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We met on Tuesday at the meeting and I liked what you said.", "en"),
        ("Chef Nguyễn, your phở at the Đà Nẵng fair made my week.", "en"),
        ("Row nine in Graz: I sat next to Frau Dr. von der Leyen.", "en"),
        ("Bonjour, nous nous sommes rencontrés à Lyon et votre exposé m'a beaucoup plu.", "fr"),
        ("Guten Tag, wir haben uns auf der Messe getroffen und Ihr Vortrag war sehr gut.", "de"),
        ("Hola, nos conocimos en la feria de Bilbao y me gustó mucho su charla.", "es"),
        ("Buongiorno, ci siamo conosciuti alla fiera e il suo intervento mi è piaciuto molto.", "it"),
        ("Olá, a gente se conheceu na feira e eu gostei muito da sua palestra.", "pt"),
        ("Hoi, we hebben elkaar op de beurs ontmoet en je verhaal was erg leuk.", "nl"),
        ("Dzień dobry, poznaliśmy się na targach i bardzo mi się podobało to, co pani mówiła.", "pl"),
        ("Merhaba, bu fuarda sizin ile tanıştık ve çok memnun oldum.", "tr"),
        ("Здравствуйте! Мы познакомились на выставке в Казани.", "ru"),
        ("Доброго дня! Ми познайомилися на виставці у Львові, і мені сподобалося.", "uk"),
        ("先日の展示会でお会いしました。", "ja"),
        ("我们在展会上见过面。", "zh"),
        ("안녕하세요, 전시회에서 만났습니다.", "ko"),
        ("التقينا في المعرض الأسبوع الماضي", "ar"),
        ("נפגשנו בתערוכה בשבוע שעבר", "he"),
        ("हम पिछले सप्ताह मेले में मिले थे", "hi"),
        ("Συναντηθήκαμε στην έκθεση", "el"),
        ("", "und"),
        ("🙂🙂", "und"),
        ("12345", "und"),
        ("Zrk plmf", "und"),
        ("ߞߊߙߊ ߞߊߙߊ", "und"),
    ],
)
def test_detect_when_a_text_then_its_language(text: str, language: str) -> None:
    assert detect(text) == language


def test_read_when_asked_then_english_and_what_is_too_short_to_tell() -> None:
    assert frozenset({"en", "und"}) == READ
