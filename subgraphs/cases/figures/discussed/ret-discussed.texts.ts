import type { FigureLabel } from '../../../../figures/figure.type.js';
import type { FigureText } from '../../../../figures/two-way-figure.rules.js';
import { RoundTableKind } from '../../round-table/round-table.vocabulary.js';
import type { DiscussedSubject } from './ret-discussed.vocabulary.js';

/** The tables, the regional expert team first: who was spoken about at several counts at the first of these. */
const tables: readonly RoundTableKind[] = [
  ...(['RET_MORNING', 'CASE_WEEK', 'ACCELERATION_TABLE', 'ROUND_TABLE'] as const),
  ...(['EARLY_JOINT_MEETING', 'LOCAL_TEAM_REVIEW'] as const),
];

const columns: FigureLabel[] = [
  ...tables.map((key) => ({ key, title: RoundTableKind.dutch[key] })),
  { key: 'CHECKLIST', title: 'alleen volgens de checklist besproken' },
  { key: 'NONE', title: 'niet besproken' },
];

/** What becomes of who is asked about: of a case that was erased nobody knows any more. */
export const discussedColumns: Readonly<Record<DiscussedSubject, FigureLabel[]>> = {
  RESIDENTIAL: [...columns, { key: 'ERASED', title: 'dossier gewist, niet meer bekend' }],
  THREATENED: columns,
};

const once =
  'Wie aan meer tafels besproken is telt één keer, bij de eerste van de kolommen. Alleen tafels die gehouden zijn tellen.';
const outside = 'Wat buiten de hub besproken is telt alleen als de checklist Plaatsing residentieel het zegt.';
const name = 'retDiscussed';

export const discussedTexts: Readonly<Record<DiscussedSubject, FigureText>> = {
  RESIDENTIAL: {
    name,
    title: 'Plaatsingen in een groep: vooraf besproken aan tafel',
    unit: 'plaatsingen',
    howCounted: [
      'Geteld is wie in het jaar in een leef- of behandelgroep of gesloten jeugdhulp kwam wonen, één keer per plaatsing.',
      'Besproken telt als het in de 26 weken voor de eerste dag was, ook als het kind nog geen casus maar een consultatie was.',
      once,
    ],
    doesNotAddUp: [outside, 'De checklist zegt niet wanneer er besproken is, en ook niet aan welke tafel.'],
  },
  THREATENED: {
    name,
    title: 'Dreigende uithuisplaatsing: besproken aan tafel',
    unit: 'kinderen',
    howCounted: [
      'Geteld is elke casus die in het jaar geopend is en waarvan vastligt dat het kind dreigt uit huis te gaan.',
      'Besproken telt tot en met de peildag, ook als het kind nog geen casus maar een consultatie was.',
      once,
    ],
    doesNotAddUp: [
      outside,
      'Of een kind dreigt uit huis te gaan is zoals het nu vastligt, niet zoals het op de peildag was.',
      'Een casus telt bij de regio waar hij nu is; van een gewist dossier blijft niets geteld.',
    ],
  },
};
