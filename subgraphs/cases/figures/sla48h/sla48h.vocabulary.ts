import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const Sla48hGrouping = defineEnum('Sla48hGrouping', 'By what consultations are grouped.', {
  MONTH: 'maand van ontvangst',
  MUNICIPALITY: 'gemeente van het kind',
  REFERRER_KIND: 'soort verwijzer',
  CHANNEL: 'waarlangs de vraag kwam',
});
export type Sla48hGrouping = (typeof Sla48hGrouping.codes)[number];

/** What became of the promise of a first contact within 48 hours. */
export const slaOutcomes = [
  { key: 'MET', title: 'Binnen 48 uur contact' },
  { key: 'BREACHED', title: 'Te laat, of nog geen contact na 48 uur' },
  { key: 'OPEN', title: 'Nog geen contact, termijn loopt' },
  { key: 'ENDED', title: 'Binnen 48 uur afgebroken zonder contact' },
];
