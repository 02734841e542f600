"""The lists of words that the composer looks things up in: the shape of prompts/compose/words.yaml."""

from msgspec import Struct


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """prompts/compose/words.yaml: lists in one string each; see the remarks in the file."""

    skips: str
    foreign_skips: str
    skip_tails: str
    junk_words: str
    slight_patterns: tuple[str, ...]
    foreign_in: str
    abroad: str
    loan_events: str
    lead_patterns: tuple[str, ...]
    hesitation_patterns: tuple[str, ...]
    remark_patterns: tuple[str, ...]
    instruction_patterns: tuple[str, ...]
    shorthand: str
    misspelled: str
    no_slips: str
    skip_patterns: tuple[str, ...]
    never_patterns: tuple[str, ...]
    unmet_patterns: tuple[str, ...]
    unplaced_patterns: tuple[str, ...]
    fillers: str
    opening_fillers: str
    spoken_patterns: tuple[str, ...]
    bare_titles: str
    days: str
    short_days: str
    months: str
    abbreviations: str
    acronyms: str
    places: str
    products: str
    town_words: str
    event_heads: str
    occasion_heads: str
    bare_places: str
    media_read: str
    media_heard: str
    media_saw: str
    media_found: str
    own_verbs: str
    own_things: str
    together: str
    tie_words: str
    mutual_ties: str
    site_words: str
    tie_plurals: str
    titles: str
    titles_given: str
    titles_polite: str
    titles_after: str
    titles_names: str
    titles_kin: str
    courtesies: str
    patronymics: str
    nick_words: str
    name_ends: str
    no_names: str
    he_titles: str
    she_titles: str
    name_particles: str
    name_suffixes: str
    degrees: str
    titles_first: str
    surnames_maybe_first: str
    surnames_first: str
    surnames_vietnamese: str
    double_firsts: str
    double_seconds: str
    devoted_firsts: str
    devoted_seconds: str
    titles_of_two_families: str
    joined_firsts: str
    name_openings: tuple[str, ...]
    greeting_words: str
    role_words: str
    named_roles: str
    many_words: str
    relations: str
    family: str
    owned_things: str
    sole_relations: str
    plural_nouns: str
    irregular_verbs: str
    regular_verbs: str
    noun_verbs: str
    finite: str
    frequency: str
    intensifiers: str
    adjectives: str
    determiners: str
    subjects: str
    relatives: str
    after_object: str
    electing: str
    calling: str
    perception: str
    plain_verbs: str
    liking: str
    effects: str
    giving: str
    felt: str
    having: str
    superlatives: str
    time_words: str
    person_words: str
    on_units: str
    in_units: str
    no_agents: str
    job_words: str
    spoken_acronyms: str
    office_words: str
    single_things: str
    in_places: str
    on_places: str
    during_places: str
    day_heads: str
    show_kinds: str
    people_words: str
    at_same: str
    foreign_words: str
    creole_patterns: tuple[str, ...]
    shared_words: str
    run_on_stops: str
    particles: str
    gap_ends: str
    subject_ends: str
    clause_prepositions: str
    quantifiers: str
    reporting: str
    after_past: str
    clause_openers: str
    number_words: str
    saying: str
    he_names: str
    she_names: str
    has_participles: str
    about_bare: str
    work_fields: str
    departments: str
    workplaces: str
    persons: str
    suggesting: str
    denials: str
    no_suggesters: str
    third_names: str
    ask_patterns: tuple[str, ...]
    pitch_patterns: tuple[str, ...]
    claim_patterns: tuple[str, ...]
    praise_patterns: tuple[str, ...]
    private_patterns: tuple[str, ...]
    personal_patterns: tuple[str, ...]
    asks_back_patterns: tuple[str, ...]
