import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const MissingReason = defineEnum('MissingReason', 'Why the figure of an organisation does not count.', {
  STALE: 'het cijfer is verouderd',
  UNKNOWN: 'er is geen cijfer bekend',
});
export type MissingReason = (typeof MissingReason.codes)[number];
