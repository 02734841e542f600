"""Fitting against brute force: every subset of facts, every text of each, every wording, every join."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.compose.facts import Fact
from bot.coach.compose.grammar import Grammar, NoteGrammar
from bot.coach.compose.writing.fitting import Fitted, Fitter
from bot.coach.compose.writing.plans import Line, Plan, joined, line, wordings
from bot.coach.model import Slot

KINDS = (
    "met.event",
    "met.said",
    "standout.noun",
    "standout.plain",
    "about.said",
    "value.can",
    "referrer.name",
)


@st.composite
def fact_lists(draw: st.DrawFn) -> tuple[Fact, ...]:
    count = draw(st.integers(1, 4))
    ranks = draw(st.permutations(range(count * 2)))
    facts = []
    for index in range(count):
        head = "w" * draw(st.integers(1, 30))
        tail = draw(st.sampled_from(["", ", " + "t" * draw(st.integers(1, 20))]))
        rank, tail_rank = sorted(ranks[2 * index : 2 * index + 2])
        slot: Slot = "how_met"
        texts = (head, head + tail) if tail else (head,)
        facts.append(
            Fact(slot=slot, kind=draw(st.sampled_from(KINDS)), texts=texts, rank=rank, tail_rank=tail_rank)
        )
    return tuple(facts)


def plan_of(facts: tuple[Fact, ...], grammar: NoteGrammar) -> Plan:
    closes = tuple(line(close, {}, cost) for cost, close in enumerate(grammar.closes.unmet))
    return Plan(grammar.shapes[0], facts, line("Hi Bo,", {}, 0), closes)


def all_sayings(facts: list[tuple[Fact, int]], grammar: NoteGrammar) -> list[tuple[Line, ...]]:
    """Every way to say facts in their order, alone or two at once."""
    if not facts:
        return [()]
    found = [
        (first, *rest) for first in wordings(*facts[0], grammar) for rest in all_sayings(facts[1:], grammar)
    ]
    if len(facts) > 1:
        (one, low), (two, high) = facts[:2]
        pairs = joined((one, two), (low, high), grammar)
        found += [(pair, *rest) for pair in pairs for rest in all_sayings(facts[2:], grammar)]
    return found


def size(plan: Plan, lines: tuple[Line, ...]) -> int:
    return plan.greeting.units + sum(1 + said.units for said in lines)


def best_by_force(plan: Plan, grammar: NoteGrammar, limit: int) -> list[int]:
    """The ranks of what can be carried at best: the smallest ranks first, as many as possible."""
    choices = [[None, *range(len(fact.texts))] for fact in plan.facts]
    best: list[int] = []
    for levels in product(*choices):
        chosen = [(fact, level) for fact, level in zip(plan.facts, levels, strict=True) if level is not None]
        ways = all_sayings(chosen, grammar) if chosen else []
        if any(size(plan, way) <= limit for way in ways):
            ranks = sorted(
                [fact.rank for fact, _ in chosen] + [fact.tail_rank for fact, level in chosen if level]
            )
            best = min(best, ranks, key=_order)
    return best


def _order(ranks: list[int]) -> list[int]:
    """More important ones first; of two lists that begin alike the longer one is better."""
    return [*ranks, 1000]


def carried(plan: Plan, fitted: Fitted) -> list[int]:
    ranks = []
    for place, level in fitted.levels.items():
        ranks += [plan.facts[place].rank] + ([plan.facts[place].tail_rank] if level else [])
    return sorted(ranks)


@settings(max_examples=150, deadline=None)
@given(facts=fact_lists(), limit=st.integers(20, 220))
def test_fit_when_compared_with_brute_force_then_it_carries_the_most_important_facts(
    grammar: Grammar, facts: tuple[Fact, ...], limit: int
) -> None:
    plan = plan_of(facts, grammar.notes)
    fitted = Fitter(plan, grammar.notes, limit).fit()
    assert carried(plan, fitted) == best_by_force(plan, grammar.notes, limit)
    assert not fitted.lines or size(plan, fitted.lines) <= limit


@settings(max_examples=100, deadline=None)
@given(facts=fact_lists(), limit=st.integers(60, 260))
def test_fit_when_facts_are_chosen_then_no_better_wording_of_them_fits(
    grammar: Grammar, facts: tuple[Fact, ...], limit: int
) -> None:
    plan = plan_of(facts, grammar.notes)
    fitted = Fitter(plan, grammar.notes, limit).fit()
    chosen = [(plan.facts[place], level) for place, level in sorted(fitted.levels.items())]
    ways = all_sayings(chosen, grammar.notes) if chosen else []
    costs = [
        sum(said.cost for said in way) + extra
        for way in ways
        for close, extra in [(None, 3), *((close, close.cost) for close in plan.closes)]
        if size(plan, (*way, close) if close else way) <= limit
    ]
    assert not costs or sum(said.cost for said in fitted.lines) + _open_end(plan, fitted) == min(costs)


def _open_end(plan: Plan, fitted: Fitted) -> int:
    return 0 if fitted.lines[-1] in plan.closes else 3


@settings(max_examples=80, deadline=None)
@given(facts=fact_lists(), limit=st.integers(20, 200))
def test_left_when_something_found_no_room_then_it_says_how_much_was_missing(
    grammar: Grammar, facts: tuple[Fact, ...], limit: int
) -> None:
    plan = plan_of(facts, grammar.notes)
    fitted = Fitter(plan, grammar.notes, limit).fit()
    for left in fitted.left:
        assert left.over > 0
        with_room = Fitter(plan, grammar.notes, limit + left.over).fit()
        assert carried(plan, with_room) != carried(plan, fitted)


def test_fit_when_a_fact_leans_on_one_without_room_then_it_stays_out_too(grammar: Grammar) -> None:
    first = Fact(slot="standout", kind="standout.plain", texts=("w" * 100,), rank=1)
    second = Fact(slot="standout", kind="standout.plain", texts=("it is short",), rank=2, leans=True)
    plan = plan_of((first, second), grammar.notes)
    assert Fitter(plan, grammar.notes, 60).fit().levels == {}
    assert Fitter(plan, grammar.notes, 140).fit().levels == {0: 0, 1: 0}


@pytest.mark.parametrize("most", [1, 2])
def test_fit_when_so_many_facts_are_asked_for_then_the_most_important_are_said_in_the_fewest_words(
    grammar: Grammar, most: int
) -> None:
    facts = (
        Fact(slot="how_met", kind="met.event", texts=("the fair",), rank=1),
        Fact(slot="referrer", kind="referrer.name", texts=("Ada",), rank=3),
        Fact(slot="standout", kind="standout.noun", texts=("your kite",), rank=2),
    )
    plan = plan_of(facts, grammar.notes)
    fitted = Fitter(plan, grammar.notes, 200).fit(most)
    wanted = sorted(facts, key=lambda fact: fact.rank)[:most]
    chosen = [(fact, 0) for fact in facts if fact in wanted]
    shortest = min(size(plan, way) for way in all_sayings(chosen, grammar.notes))
    assert size(plan, fitted.lines) == shortest
    assert len(fitted.levels) == len(list(combinations(wanted, most))) * most
