import { defineEnum } from './define-enum.js';

export const LearningFactor = defineEnum('LearningFactor', 'What made the difference, for good or for bad.', {
  OWN_NETWORK: 'het eigen netwerk',
  ONE_DIRECTOR: 'één regisseur',
  WORKING_TOGETHER: 'samenwerken',
  HELP_AT_HOME: 'hulp thuis',
  FREE_BUDGET: 'vrij besteedbaar budget',
  LOCAL_OFFER: 'aanbod in de buurt',
  WAITING_TIME: 'wachttijd',
  HOUSING: 'wonen',
  ADULT_PROBLEMS: 'problemen van de ouders',
  RULES: 'regels',
  STAFF_TURNOVER: 'wisselende hulpverleners',
  SCHOOL: 'school',
});
export type LearningFactor = (typeof LearningFactor.codes)[number];
