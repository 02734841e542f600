"""Which language a draft is in: a small honest guess from the script and the most common words."""

import re
from collections import defaultdict
from typing import Final

UNKNOWN: Final = "und"
# Drafts in these are read by the rules; one too short to tell is taken for English, which the product speaks.
READ: Final = frozenset({"en", UNKNOWN})

# Characters that only this language, or first of all this language, is written with.
_SCRIPTS: Final = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", "[\u4e00-\u9fff\u3400-\u4dbf]"),
    ("uk", "[іїєґ]"),
    ("ru", "[\u0400-\u04ff]"),
    ("el", "[\u0370-\u03ff\u1f00-\u1fff]"),
    ("he", "[\u0590-\u05ff]"),
    ("fa", "[پچژگ]"),
    ("ar", "[\u0600-\u06ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("bn", "[\u0980-\u09ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("te", "[\u0c00-\u0c7f]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hy", "[\u0530-\u058f]"),
    ("am", "[\u1200-\u137f]"),
)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_WORD = re.compile(r"[a-z\u00e0-\u024f\u1e00-\u1eff]+(?:['’][a-z]+)?")
_SHARE: Final = 0.4  # of the letters in another script, to say that the draft is in it: names alone are not
_CLEAR: Final = 2  # common words by which a language has to lead before English gives way

_COMMON: Final[dict[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and you your i'm i've i'd a an to of for in on at is was are we were my it that this "
        "with have had "
        "from by as be would like about how who what when me our so if but not can could there here then "
        "than and "
        "he she they his her their its after since still been did do does it's that's you're let's",
        "fr": "le la les des une est et vous votre vos je j'ai nous pour dans sur avec que qui pas mais au "
        "aux ce cette "
        "mon ma mes été suis bonjour merci en du ne se plus comme très d'un d'une c'est l'ai",
        "de": "der die das und ist ich sie ihr ihre ihren ihrem wir nicht ein eine einen mit für auf von "
        "zu dem den im "
        "bei auch mich mir hallo haben habe war hat wie über sehr geehrte geehrter würde freuen dass als "
        "uns noch guten",
        "es": "el los las una y es usted su sus yo nosotros para con por que no en del al mi me hola "
        "gracias muy como "
        "más pero he está esta este fue ha soy sobre saludos lo tu un se te nos",
        "it": "il lo gli una e è lei suo sua io noi per con che non di del della al mi ciao grazie molto "
        "come più ma ho "
        "sono questo questa stato suoi nel alla buongiorno piacere anche sul",
        "pt": "o os as uma e é você seu sua eu nós para com por que não em do da ao meu minha olá obrigado "
        "obrigada "
        "muito como mais mas foi sou sobre na no pelo um nos se gostei",
        "nl": "de het een en is u uw je jouw ik wij we voor met op van niet dat die bij ook mij hallo heb "
        "hebt was ben "
        "over zeer graag ons aan te hebben hoi leuk er naar",
        "sv": "och det att är jag du din ditt dina vi för med på av inte som en ett den om mig hej tack "
        "har var från till så",
        "da": "og det at er jeg du din dit dine vi for med på af ikke som en et den om mig hej tak har var "
        "fra til så kunne",
        "nb": "og det å er jeg du din ditt dine vi for med på av ikke som en et den om meg hei takk har "
        "var fra til så",
        "fi": "ja on ei se että olen olet hän me te sinun minun hei kiitos oli kun mutta myös joka tämä sekä",
        "pl": "i w na z się że jest nie do to jestem pan pani pana dzień dobry dziękuję o od za jak ale "
        "czy mnie moje po",
        "cs": "a v na se že je to jsem vám vás dobrý den děkuji ale jak za s o by pro jste mě",
        "ro": "și în la cu este nu sunt dumneavoastră pentru care mai am o pe din să bună mulțumesc",
        "hu": "és a az hogy nem egy is van volt önnek szeretnék köszönöm jó napot de meg",
        "tr": "ve bir bu için ile de da çok ben siz sizin merhaba teşekkürler olarak olan ne gibi kadar",
        "id": "dan yang di ke dari saya anda untuk dengan ini itu tidak adalah halo terima kasih pada akan "
        "bisa juga",
        "vi": "và của là tôi bạn anh chị cho với không được có một xin chào cảm ơn trong này",
        "sw": "na ya wa kwa ni katika habari asante mimi wewe yako yangu sana za la",
        "tl": "ang ng sa mga ako ikaw po na ay at ko mo kayo salamat kumusta namin",
    }.items()
}

_LANGUAGES: Final = defaultdict[str, list[str]](list)  # in which a word is common
for _language, _words in _COMMON.items():
    for _word in _words:
        _LANGUAGES[_word].append(_language)


def detect(text: str) -> str:
    """Say which language a draft is in.

    Returns:
        An ISO 639-1 code ("en", "fr", "de", ...), or "und" when there is too little to tell.
    """
    lower = text.lower()
    latin = _LATIN_WORD.findall(lower)
    written = sum(map(len, latin))
    if written < (1 - _SHARE) * len(lower) and written < (1 - _SHARE) * _letters(lower):
        for language, script in _SCRIPTS:
            if re.search(script, lower):
                return language
        return UNKNOWN
    return _by_common_words(latin)


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def _by_common_words(words: list[str]) -> str:
    score = dict.fromkeys(_COMMON, 0)
    for word in words:
        for language in _LANGUAGES.get(word.replace("’", "'"), ()):
            score[language] += 1
    best = max(score, key=score.__getitem__)
    if score[best] == 0:
        return UNKNOWN
    return best if score[best] - score["en"] >= _CLEAR else "en" if score["en"] else UNKNOWN
