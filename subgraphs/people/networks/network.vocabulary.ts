import { defineEnum } from '../../../vocabulary/define-enum.js';

export const NetworkKind = defineEnum('NetworkKind', 'What a network is for.', {
  EXPERTISE: 'expertisenetwerk jeugd: voor vragen die een regio te boven gaan',
  REGIONAL_EXPERT: 'netwerk rond het regionaal expertteam (RET)',
  PROFESSIONAL: 'netwerk van vakgenoten',
});
export type NetworkKind = (typeof NetworkKind.codes)[number];
