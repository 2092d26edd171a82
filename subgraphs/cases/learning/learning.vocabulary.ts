import { defineEnum } from '../../../vocabulary/define-enum.js';

export const SharedIn = defineEnum('SharedIn', 'Where what was learned was shared.', {
  NEWSLETTER: 'nieuwsbrief',
  LEARNING_CIRCLE: 'leercirkel',
  KNOWLEDGE_STUDIO: 'kennisatelier',
  THEME_TABLE: 'thematafel',
});
export type SharedIn = (typeof SharedIn.codes)[number];

export const SignalDestination = defineEnum('SignalDestination', 'To whom a signal is.', {
  POLICY: 'beleid',
  PROCUREMENT: 'inkoop',
  REGULATION: 'regelgeving',
});
export type SignalDestination = (typeof SignalDestination.codes)[number];

export const SignalState = defineEnum('SignalState', 'What became of a signal.', {
  OPEN: 'nog niet beantwoord',
  ESCALATED: 'hogerop gelegd',
  TAKEN_UP: 'opgepakt',
  SOLVED: 'opgelost',
  DECLINED: 'niet opgepakt',
});
export type SignalState = (typeof SignalState.codes)[number];

export const SignalForum = defineEnum(
  'SignalForum',
  'Before whom a signal is put that its owner cannot solve alone. They make it possible; who decides stays its owner.',
  {
    DEDICATED_TEAM: 'Dedicated Team',
    ENABLING_CREW: 'Enabling Crew',
  },
);
export type SignalForum = (typeof SignalForum.codes)[number];
