import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const DiscussedGrouping = defineEnum('DiscussedGrouping', 'By what children who are spoken about are grouped.', {
  MONTH: 'maand',
  MUNICIPALITY: 'gemeente van het kind',
});
export type DiscussedGrouping = (typeof DiscussedGrouping.codes)[number];

export const DiscussedSubject = defineEnum(
  'DiscussedSubject',
  'Of which children it is asked whether they were spoken about.',
  {
    RESIDENTIAL: 'wie in een leef- of behandelgroep of gesloten jeugdhulp kwam wonen',
    THREATENED: 'wie dreigt uit huis te gaan',
  },
);
export type DiscussedSubject = (typeof DiscussedSubject.codes)[number];
