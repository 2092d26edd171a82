import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const ClosureReason = defineEnum('ClosureReason', 'Why an offer takes nobody in for a while.', {
  STAFF_SHORTAGE: 'te weinig personeel',
  GROUP_SAFETY: 'veiligheid van de groep',
  RENOVATION: 'verbouwing',
  INFECTION: 'besmettelijke ziekte',
  FULL: 'vol',
  OTHER: 'andere reden',
});
export type ClosureReason = (typeof ClosureReason.codes)[number];
