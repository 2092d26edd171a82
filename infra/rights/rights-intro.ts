/** What stands above the tables of `docs/rights.md`. */
export const rightsIntro = `# Who may see and do what

The hub guards itself by the tables below, and this page is written from them: \`npm run compose\` makes it, \`npm run check\` fails when it is out of
date, and \`npm run test:rights\` asks a running hub for every cell. It is meant for who has to judge the rights, such as an FG.

**R** the role may read it. **W** the role may do it. **–** the role is refused: an empty value and the error FORBIDDEN in its place, whatever
way leads there. _Which rows_ says of the cases, offers or people that exist those that such a role reaches. "Own" is always what the
token of the caller says. A type stands in the table of each subgraph that serves part of it.

## Rules that hold everywhere

1. What is not in a table does not exist: the hub does not start with an operation or type that nobody said anything about, nor with a right that
   nobody can use.
2. Organisation and region come from the caller's token only. No question, however it is put, can name another.
3. What belongs to somebody else reads exactly like what does not exist: not found, or an empty list.
4. What a role may not read is empty, with FORBIDDEN at that place; the rest of the answer stands. That is said before anything is looked up,
   so it tells nothing about what exists.
5. Each subgraph decides for what it owns, and asks again when another subgraph leads to it: the caller keeps the own rights and gets none of the hub's.
6. A list is as closed as what is in it: no count, no page, no cursor of what may not be read.
7. For cases and professionals the database holds to the rows once more, and every look is written down ([decision 16](decisions/0016-rows-and-audit.md)).
8. A system needs a token for what it does and for what it reads, wherever it turns up: one of the scopes in the last column, \* for any, else an empty value and
   REQUEST_DOES_NOT_MATCH_SCOPES in its place. A registered operation is refused as a whole when its token is not for all that it asks.
9. Each look has a purpose of the role, said with \`x-purpose\` or usual for it; the purpose of another role is refused with PURPOSE_NOT_ALLOWED, and nothing is answered.
10. Nobody reads a name, birth date, address or BSN of a child here: the hub does not have them.

Words: [glossary](glossary.md). Threats and what is done about them: [threats](threats.md). Why one table: [decision 4](decisions/0004-rights-in-one-table.md).

## Roles`;
