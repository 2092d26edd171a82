import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const UnmetNeedGrouping = defineEnum('UnmetNeedGrouping', 'By what unmet needs are grouped.', {
  RUNG: 'trede die werd gezocht',
  MUNICIPALITY: 'gemeente van het kind',
  REASON: 'waarom er niets was',
  AGE_BAND: 'leeftijd van het kind',
});
export type UnmetNeedGrouping = (typeof UnmetNeedGrouping.codes)[number];
