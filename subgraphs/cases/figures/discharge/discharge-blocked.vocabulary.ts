import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const DischargeGrouping = defineEnum(
  'DischargeGrouping',
  'By what placements that cannot be left are grouped.',
  {
    RUNG: 'trede van de plaatsing',
    MUNICIPALITY: 'gemeente van het kind',
  },
);
export type DischargeGrouping = (typeof DischargeGrouping.codes)[number];

/** The outcome of what is told of all reasons together. */
export const anyReason = 'ANY';
