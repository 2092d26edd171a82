import { defineEnum } from '../../../vocabulary/define-enum.js';

/** Source: the goals of the region's plan for the end of 2020, nine of them. */
export const GoalMeasure = defineEnum('GoalMeasure', 'What a goal of the region is measured by.', {
  OUT_OF_HOME_PREVENTED: 'kinderen die thuis konden blijven wonen',
  RESIDENTIAL_UNDER_12: 'kinderen onder 12 in een leefgroep of gesloten jeugdhulp, op de laatste dag',
  MENTORS: 'kinderen met een zelf gekozen mentor (JIM)',
  INTENSIVE_AMBULATORY: 'gezinnen met een intensief ambulant traject',
  CASE_WEEK_UNDER_12: 'kinderen onder 12 die in de Week van de Casus zijn besproken',
  RET_THREATENED: 'kinderen met dreigende uithuisplaatsing die in het RET zijn besproken',
  CHECKLIST_USED: 'plaatsingen in een leefgroep met afgeronde checklist, in procenten',
  NORMAL_PLACES: 'nieuwe voorzieningen die zo gewoon mogelijk zijn',
  BREAKDOWN_PREVENTED: 'voorkomen breakdowns in pleeggezinnen',
});
export type GoalMeasure = (typeof GoalMeasure.codes)[number];

export const GoalOperator = defineEnum('GoalOperator', 'When a goal is reached.', {
  AT_LEAST: 'ten minste',
  AT_MOST: 'ten hoogste',
  LESS_THAN_BASELINE_BY: 'zoveel minder dan de nulmeting',
});
export type GoalOperator = (typeof GoalOperator.codes)[number];

export const GoalGap = defineEnum('GoalGap', 'Why it cannot be said whether a goal is reached.', {
  NO_BASELINE: 'er is geen nulmeting bekend',
  NO_TARGET: 'er is geen getal afgesproken',
  NOTHING_YET: 'er is dat jaar nog niets om te tellen',
  NOT_RECORDED: 'de hub legt dit niet vast',
});
export type GoalGap = (typeof GoalGap.codes)[number];
