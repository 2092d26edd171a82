import { defineEnum } from '../vocabulary/define-enum.js';

export const WithheldReason = defineEnum('WithheldReason', 'Why a figure has no number somewhere.', {
  FEW: 'het getal, of een getal ernaast, zegt te veel over weinigen',
  FEW_PROVIDERS: 'er zijn minder dan drie aanbieders',
  PERIOD_OPEN: 'de periode is nog niet afgesloten',
  NOT_MEASURED: 'er is niets om te meten',
});
export type WithheldReason = (typeof WithheldReason.codes)[number];
