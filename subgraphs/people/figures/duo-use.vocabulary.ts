import { defineEnum } from '../../../vocabulary/define-enum.js';

export const DuoUseGrouping = defineEnum('DuoUseGrouping', 'By what the use of duos is grouped.', {
  MONTH: 'maand waarin het duo begint',
  MUNICIPALITY: 'gemeente van het kind toen het duo werd gevraagd',
  PURPOSE: 'doel',
  ORGANISATION: 'organisatie van de leden van het duo',
  EXPERTISE: 'deskundigheid van de leden van het duo',
  ACTION: 'wat het duo deed',
});
export type DuoUseGrouping = (typeof DuoUseGrouping.codes)[number];
