import { defineEnum } from '../vocabulary/define-enum.js';

export const WithheldReason = defineEnum('WithheldReason', 'Why a figure has no number somewhere.', {
  FEW: 'het getal, of een getal ernaast, zegt te veel over weinigen',
  PERIOD_OPEN: 'de periode is nog niet afgesloten',
  NOT_MEASURED: 'wordt nog niet gemeten',
  NO_BASELINE: 'er is geen nulmeting gegeven',
});
export type WithheldReason = (typeof WithheldReason.codes)[number];
