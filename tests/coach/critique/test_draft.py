import pytest

from bot.coach.critique.draft import MAX_NOTE, what_else


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("🙏🔥", "emoji"),
        ("???", "emoji"),
        ("https://example.com/in/somebody", "link"),
        ("www.example.org/a example.net", "link"),
        ("def f(x):\n    return x;\n", "code"),
        ("```\nhello\n```", "code"),
        ("<div>\n<p>hi</p>\n</div>", "code"),
        ("How do I write to a recruiter?", "question"),
        ("What should I say to my old boss in an invitation?", "question"),
        ("can you write me a note to my professor", "question"),
        ("How long may a note be? 300 characters?", "question"),
        ("We are hiring! Requirements: 3+ years experience. Full-time, apply now via our site.", "job_post"),
        ("Thanks for reaching out. How do we know each other?", "reply"),
        ("Thank you for your invitation! I usually only accept people I have worked with.", "reply"),
        ("Unfortunately, we have decided to go with another candidate.", "reply"),
        (
            (
                "This e-mail and any attachments are confidential. If you are not the intended recipient, "
                "delete it."
            ),
            "legal",
        ),
        ("From: a@example.com\nTo: b@example.com\nSubject: Minutes\n\nDear all, here they are.", "email"),
        ("x" * (MAX_NOTE + 1), "email"),
        (
            (
                "Experienced and results-driven analyst with 12 years in retail. Passionate about data that "
                "people "
                "understand. Proven track record in forecasting; outside of work I climb."
            ),
            "profile",
        ),
        ("Merci d'avoir écrit ; je garde mon réseau pour les gens que je connais.", "reply"),
    ],
)
def test_what_else_when_no_draft_then_its_kind(text: str, kind: str) -> None:
    assert what_else(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Hi Tom",
        "Hi Lena, we met in Riga. Can we be connected on here?",
        "Your line arr[0] = arr[n]; fixed our plotter.",
        "How you mended the clock in Ulm! I was the one holding the ladder.",
        "We are hiring and I thought of you.",
        "Thank you for accepting. We met at the Ghent fair.",
        "Thanks for talking to me at the Ghent fair.",
        "Loved your post: example.com/post/12 (the one on locks)",
        "I'm a nurse. Your column on night lights is taped to our door.",
        "Could you put in a word for me at the library?",
        "Don't know if this is the right place to write, but your note in the library book made my week.",
    ],
)
def test_what_else_when_it_may_be_a_note_then_yes(text: str) -> None:
    assert what_else(text) is None
    assert what_else(text) is None
