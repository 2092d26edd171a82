import { defineEnum } from '../../../../vocabulary/define-enum.js';

/**
 * The hard criteria, in the order in which they are applied: an offer is excluded under the first that it fails.
 * Their Dutch sentences are what a broker reads beside the number of offers that fell out.
 */
export const ExclusionCode = defineEnum('ExclusionCode', 'The first hard criterion that an offer failed.', {
  RUNG_NOT_SOUGHT: 'Deze trede van hulp wordt niet gezocht.',
  TOO_HEAVY: 'De hulp is zwaarder dan de zwaarste trede die mag worden voorgesteld.',
  AGE: 'De leeftijd past niet bij dit aanbod.',
  SEX: 'Het aanbod is voor het andere geslacht.',
  LEGAL_FRAMEWORK: 'Het aanbod werkt niet binnen dit juridisch kader.',
  EXCLUSION: 'Het aanbod sluit een kenmerk van het kind of gezin uit.',
  TARGET_GROUP: 'Het aanbod is voor een andere doelgroep.',
  CHILDREN_TOGETHER: 'Er kunnen niet genoeg kinderen samen terecht.',
  INTAKE_CLOSED: 'Er geldt een opnamestop.',
  NO_CONTRACT: 'De betalende gemeente heeft geen contract voor dit aanbod.',
  TOO_FAR: 'Het aanbod is verder weg dan de grootste afstand.',
});
export type ExclusionCode = (typeof ExclusionCode.codes)[number];
