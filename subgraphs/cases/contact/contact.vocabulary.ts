import { defineEnum } from '../../../vocabulary/define-enum.js';

export const ContactKind = defineEnum('ContactKind', 'How there was contact about a child.', {
  PHONE: 'telefoon',
  VIDEO_CALL: 'videogesprek',
  EMAIL: 'e-mail',
  VISIT: 'bezoek',
  MEETING: 'overleg',
});
export type ContactKind = (typeof ContactKind.codes)[number];
