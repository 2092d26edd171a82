import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const DischargeBlockReason = defineEnum(
  'DischargeBlockReason',
  'Why a child that could leave a placement does not leave it. The one that weighs most.',
  {
    HOUSING: 'er is geen woning of kamer',
    NO_LIGHTER_PLACE: 'er is geen lichtere plek vrij',
    HELP_AT_HOME: 'hulp thuis is nog niet geregeld',
    HOME_NOT_READY: 'het gezin of netwerk is er nog niet klaar voor',
    DECISION_AWAITED: 'de rechter of de gecertificeerde instelling heeft nog niet beslist',
    SCHOOL: 'er is geen school of dagbesteding',
    FINANCING: 'niet duidelijk is wie betaalt',
    ADULT_CARE: 'zorg vanaf 18 jaar is nog niet geregeld',
    OTHER: 'anders',
  },
);
export type DischargeBlockReason = (typeof DischargeBlockReason.codes)[number];
