import { defineEnum } from '../../../vocabulary/define-enum.js';

/** What is done to a case itself. */
const changes = {
  OPENED: 'casus geopend',
  NEED_DESCRIBED: 'hulpvraag beschreven',
  FACTS_CHANGED: 'gegevens gewijzigd',
  HANDED_OVER: 'casus overgedragen',
  CLOSED: 'casus afgesloten',
  REOPENED: 'casus heropend',
} as const;
export type CaseChangeKind = keyof typeof changes;

export const CaseEventKind = defineEnum('CaseEventKind', 'What happened with a case.', {
  ...changes,
  CONSULTED: 'vraag binnengekomen',
  CONTACT: 'contact',
  OUTCOME: 'resultaat vastgesteld',
  REFERRED: 'voorgelegd aan een aanbieder',
  REFERRAL_WITHDRAWN: 'verwijzing ingetrokken',
  REFERRAL_EXPIRED: 'verwijzing verlopen',
  CONSENT_RECORDED: 'toestemming vastgelegd',
  CONSENT_WITHDRAWN: 'toestemming ingetrokken',
  GLASS_BROKEN: 'noodtoegang',
  LOOKED_AT: 'ingezien',
  LOOK_REFUSED: 'inzage geweigerd',
});
export type CaseEventKind = (typeof CaseEventKind.codes)[number];
