import { defineEnum } from '../../../vocabulary/define-enum.js';

export const NetworkResponseGrouping = defineEnum(
  'NetworkResponseGrouping',
  'By what questions to the network are grouped.',
  {
    MONTH: 'maand waarin de vraag werd gesteld',
    FUNCTION: 'wat werd gevraagd',
    MUNICIPALITY: 'gemeente waar hulp werd gezocht',
    TEAM_KIND: 'soort team dat de vraag het laatst had',
    TEAM: 'team dat de vraag het laatst had; alleen voor zorgbemiddelaars',
  },
);
export type NetworkResponseGrouping = (typeof NetworkResponseGrouping.codes)[number];

/** What became of the promise that somebody calls back within 48 hours: every question has one of these. */
export const contactOutcomes = [
  { key: 'IN_TIME', title: 'Contact binnen 48 uur' },
  { key: 'LATE', title: 'Later contact' },
  { key: 'OVERDUE', title: 'Nog geen contact, 48 uur voorbij' },
  { key: 'WAITING', title: 'Nog geen contact, termijn loopt' },
] as const;
