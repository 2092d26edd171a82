import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const ThemeSessionState = defineEnum('ThemeSessionState', 'How far a session of a theme table is.', {
  PLANNED: 'gepland',
  HELD: 'gehouden',
  CANCELLED: 'afgelast',
});
export type ThemeSessionState = (typeof ThemeSessionState.codes)[number];

export const ThemeOutcome = defineEnum('ThemeOutcome', 'What a session of a theme table agreed.', {
  EXAMPLE_SHARED: 'een goed voorbeeld is gedeeld',
  WAY_OF_WORKING_AGREED: 'een werkwijze is afgesproken',
  OFFER_TO_DEVELOP: 'er komt nieuw aanbod',
  SIGNAL_TO_RAISE: 'er gaat een signaal naar beleid, inkoop of regelgeving',
  EXPERTS_TO_ASK: 'een expertteam wordt gevraagd',
  TO_FIND_OUT: 'eerst wordt iets uitgezocht',
  MEET_AGAIN: 'de tafel komt opnieuw bijeen',
  NOTHING_AGREED: 'er is niets afgesproken',
});
export type ThemeOutcome = (typeof ThemeOutcome.codes)[number];

export const ThemeCancelReason = defineEnum(
  'ThemeCancelReason',
  'Why a session of a theme table does not take place.',
  {
    TOO_FEW: 'te weinig deelnemers',
    OTHER_TIME: 'verzet naar een ander moment',
    SETTLED: 'al opgelost',
    OTHER: 'iets anders',
  },
);
export type ThemeCancelReason = (typeof ThemeCancelReason.codes)[number];
