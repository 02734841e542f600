"""From the answers of an interview to notes: answers, facts, plans, fitting, notes.

1. `intake` takes the answers as they are meant and puts them where they belong; `tidying` makes typing
   presentable.
2. `recipient` finds the name and how to greet it.
3. `reading` makes facts of the answers, slot by slot. What is said about the recipient is turned to them in
   `viewpoint`. Long answers that were spoken go another way: `dictated`.
4. `soundness` puts the verbs of the answers into their time while they still follow he and she. Later it
   judges every fact as it would be said: what is no sound English is put right where only one thing can be
   meant, else made smaller, else left out. Its tables are prompts/compose/english.yaml.
5. `writing` orders the facts into shapes, finds the best wording that fits, and keeps what the critique lets
   pass. Which sentences a fact may become stands in prompts/compose/notes.yaml.
6. `composer` puts it together, says what had to stay out and why, and `manner` adds how the writer likes to
   sound.

`grammar` is the shape of prompts/compose/, `words` that of its lists, `lexicon` these lists ready for looking
up, `language` what the composer knows of English beyond them.
"""
