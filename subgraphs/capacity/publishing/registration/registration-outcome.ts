import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const RegistrationOutcome = defineEnum('RegistrationOutcome', 'What became of one offer of a registration.', {
  CREATED: 'aangemeld',
  CHANGED: 'gewijzigd',
  UNCHANGED: 'al zo bekend',
  RETIRED: 'beëindigd',
  REJECTED: 'geweigerd: "error" zegt waarom',
});
export type RegistrationOutcome = (typeof RegistrationOutcome.codes)[number];
