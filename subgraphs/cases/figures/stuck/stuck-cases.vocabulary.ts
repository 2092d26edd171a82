import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const StuckGrouping = defineEnum('StuckGrouping', 'By what children who are stuck are grouped.', {
  RUNG: 'trede die gezocht wordt',
  MUNICIPALITY: 'gemeente van het kind',
  AGE_BAND: 'leeftijd',
});
export type StuckGrouping = (typeof StuckGrouping.codes)[number];

export const StuckMeasure = defineEnum('StuckMeasure', 'What the columns tell of children who are stuck.', {
  WEEKS: 'hoe lang er vergeefs gezocht wordt',
  REFUSALS: 'hoe vaak een aanbieder nee zei',
});
export type StuckMeasure = (typeof StuckMeasure.codes)[number];
