"""From the answers of an interview to notes: answers, facts, plans, fitting, notes.

1. `intake` takes the answers as they are meant (`corrections`, `remarks`, `links`, `foreign`), `moves` puts
   them where they belong, `tidy` makes typing presentable (`mend`, `slips`, `calques`, `word_order`,
   `proper`).
2. `who` finds the name and how to greet it (`naming`, `names`, `titles`, `address`).
3. `read` makes facts of them, slot by slot: `met`, `referrer`, `standout`, `common`, `value`, `about`. What
   is said about the recipient is turned to them in `pov`; who he, she and they are is for `persons`,
   `company` and `cast`. Long answers that were spoken go another way: `spoken`, from `dictation` over
   `clauses` and `whose` to `story`.
4. `plans` orders the facts into shapes, `fitting` finds the best wording that fits, `writer` keeps what the
   critique lets pass. Which sentences a fact may become stands in prompts/compose/notes.yaml.
5. `composer` puts it together, says what had to stay out and why, and `manner` adds how the writer likes to
   sound.
"""
