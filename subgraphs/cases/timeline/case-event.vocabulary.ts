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
  REFERRAL_ACCEPTED: 'aangenomen door de aanbieder',
  REFERRAL_DECLINED: 'afgewezen door de aanbieder',
  OPTION_JUDGED: 'mogelijkheid gewogen',
  CARE_ALLOCATED: 'zorg toegewezen',
  CARE_STARTED: 'zorg gestart',
  CARE_ENDED: 'zorg gestopt',
  CARE_CANCELLED: 'zorg niet gestart',
  DISCHARGE_BLOCKED: 'kan weg en gaat niet: knelpunt vastgelegd',
  DISCHARGE_FREE: 'knelpunt opgelost',
  DUO_DEPLOYED: 'duo ingezet',
  DUO_ENDED: 'inzet van het duo gestopt',
  DUO_CANCELLED: 'inzet van het duo afgezegd',
  MENTOR_REGISTERED: 'JIM geregistreerd',
  TABLE_PLANNED: 'ronde tafel gepland',
  TABLE_HELD: 'ronde tafel gehouden',
  TABLE_CANCELLED: 'ronde tafel afgezegd',
  CHECKLIST_COMPLETED: 'checklist plaatsing residentieel afgerond',
  CONSENT_RECORDED: 'toestemming vastgelegd',
  CONSENT_WITHDRAWN: 'toestemming ingetrokken',
  GLASS_BROKEN: 'noodtoegang',
  LOOKED_AT: 'ingezien',
  LOOK_REFUSED: 'inzage geweigerd',
});
export type CaseEventKind = (typeof CaseEventKind.codes)[number];
