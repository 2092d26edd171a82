import { defineEnum } from '../../../vocabulary/define-enum.js';

export const SharingGround = defineEnum(
  'SharingGround',
  'On what ground a need is put before a provider (Jeugdwet 7.3.4, 7.3.11, 7.4.0). Which grounds count is configured.',
  {
    CONSENT: 'toestemming van wie haar moet geven',
    SECURE_AUTHORISATION: 'machtiging gesloten jeugdhulp',
    PROTECTION_MEASURE: 'kinderbeschermingsmaatregel',
    PROBATION: 'jeugdreclassering',
    DUTY_TO_COLLEGE: 'plicht tegenover het college (Jeugdwet 7.4.0 lid 2)',
  },
);
export type SharingGround = (typeof SharingGround.codes)[number];

export const ReferralState = defineEnum(
  'ReferralState',
  'Where a referral stands at the moment of asking. A provider sees those that are OPEN or ACCEPTED, and its own no until the term ends.',
  {
    OPEN: 'ligt voor bij de aanbieder',
    ACCEPTED: 'aangenomen door de aanbieder',
    DECLINED: 'afgewezen door de aanbieder, met een reden',
    EXPIRED: 'verlopen',
    WITHDRAWN: 'ingetrokken',
    LAPSED: 'vervallen: de grond is er niet meer, of de casus is gesloten',
  },
);
export type ReferralState = (typeof ReferralState.codes)[number];

export const ReferralAnswer = defineEnum('ReferralAnswer', 'What a provider answers to a referral.', {
  ACCEPT: 'ja, de jeugdige kan komen',
  DECLINE: 'nee, met een reden',
});
export type ReferralAnswer = (typeof ReferralAnswer.codes)[number];
