import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const DisputeClaim = defineEnum('DisputeClaim', 'What somebody heard who phoned the provider.', {
  NOT_FREE: 'er is niets vrij',
  OTHER_NUMBER: 'er is een ander aantal vrij',
  INTAKE_CLOSED: 'er geldt een opnamestop',
  NOT_OFFERED: 'dit aanbod bestaat niet meer',
  UNREACHABLE: 'niemand is bereikbaar',
});
export type DisputeClaim = (typeof DisputeClaim.codes)[number];
