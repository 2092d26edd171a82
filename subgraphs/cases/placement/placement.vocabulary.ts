import { defineEnum } from '../../../vocabulary/define-enum.js';

export const PlacementStatus = defineEnum('PlacementStatus', 'Where a placement (plaatsing) stands.', {
  ALLOCATED: 'toegewezen (iJw 301)',
  STARTED: 'gestart (iJw 305)',
  PAUSED: 'tijdelijk onderbroken (iJw 307, reden 20)',
  ENDED: 'beëindigd (iJw 307)',
  CANCELLED: 'niet gestart',
});
export type PlacementStatus = (typeof PlacementStatus.codes)[number];

export const EndReason = defineEnum(
  'EndReason',
  'Why care ended, or did not start, with its code in iJw (JZ588). An interruption (20) is a state of its own.',
  {
    DECEASED: 'overlijden (02)',
    ACCORDING_TO_PLAN: 'volgens plan (31)',
    BY_CLIENT: 'door de jeugdige of het gezin (32)',
    BY_PROVIDER: 'door de aanbieder (33)',
    BY_AGREEMENT: 'in overleg, voortijdig (34)',
    EXTERNAL: 'door omstandigheden van buiten (35)',
    BY_MUNICIPALITY: 'door de gemeente (36)',
    CHANGE_REQUEST: 'na een verzoek om wijziging (37)',
    OTHER_PROVIDER: 'overstap naar een andere aanbieder (38)',
    OTHER_DOMAIN: 'overstap naar een ander domein (39)',
  },
);
export type EndReason = (typeof EndReason.codes)[number];

export const KinshipDecision = defineEnum(
  'KinshipDecision',
  'What the foster care provider found of a kinship family (Jeugdwet 5.1 lid 3).',
  {
    SUITABLE: 'geschikt',
    UNSUITABLE: 'niet geschikt',
  },
);
export type KinshipDecision = (typeof KinshipDecision.codes)[number];
