/** Languages that families in Dutch youth care speak most, as tags: a proposal. Others are asked for at the table. */
const tags = 'nl ar zgh de en fa fr ku pap pl pt ru so es ti tr uk zh dse'.split(' ');
const names = new Intl.DisplayNames('nl', { type: 'language' });

/** What is not in the words of every browser. */
const own: Readonly<Record<string, string>> = { dse: 'Nederlandse Gebarentaal', zgh: 'Berber (Tamazight)' };

/** The word for a language: `Turks`. */
export function languageWord(tag: string): string {
  return own[tag] ?? names.of(tag) ?? tag;
}

/** The languages that can be chosen, by tag. */
export const languageWords: Readonly<Record<string, string>> = Object.fromEntries(
  tags.map((tag) => [tag, languageWord(tag)]),
);
