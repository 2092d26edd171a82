import { defineEnum } from '../../../vocabulary/define-enum.js';

export const WaitingGrouping = defineEnum('WaitingGrouping', 'By what waiting is grouped.', {
  RUNG: 'trede van het aanbod',
  MUNICIPALITY: 'gemeente van het aanbod',
});
export type WaitingGrouping = (typeof WaitingGrouping.codes)[number];
