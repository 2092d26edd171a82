import { defineEnum } from '../../../vocabulary/define-enum.js';

export const NetworkFunction = defineEnum('NetworkFunction', 'What is asked of the network.', {
  CONSULT_ADVICE: 'consultatie en advies',
  ORGANISE_HELP: 'hulp organiseren',
  KNOWLEDGE: 'kennis delen',
});
export type NetworkFunction = (typeof NetworkFunction.codes)[number];

export const NetworkRequestState = defineEnum('NetworkRequestState', 'How far a question to the network is.', {
  ASKED: 'gevraagd, nog geen contact',
  CONTACTED: 'er is contact geweest',
  ESCALATED: 'voorgelegd aan de zorgbemiddelaars van de regio',
  ANSWERED: 'beantwoord',
});
export type NetworkRequestState = (typeof NetworkRequestState.codes)[number];

export const NetworkAnswer = defineEnum('NetworkAnswer', 'What was answered to a question to the network.', {
  CONTACTED: 'contact gehad, het antwoord volgt',
  ADVICE_GIVEN: 'advies gegeven',
  HELP_ORGANISED: 'hulp geregeld',
  KNOWLEDGE_SHARED: 'kennis gedeeld',
  NO_ANSWER_FOUND: 'geen antwoord gevonden',
});
export type NetworkAnswer = (typeof NetworkAnswer.codes)[number];

export const HandOnReason = defineEnum('HandOnReason', 'Why a question goes on to another team.', {
  OTHER_EXPERTISE: 'andere deskundigheid nodig',
  OTHER_AREA: 'ander werkgebied',
  NO_TIME: 'geen ruimte binnen de termijn',
  TOO_CLOSE: 'zelf te nauw betrokken',
});
export type HandOnReason = (typeof HandOnReason.codes)[number];

export const NetworkRequestStep = defineEnum('NetworkRequestStep', 'What can be done with a question to the network.', {
  CONTACT: 'schrijf op dat er contact was',
  ANSWER: 'antwoord',
  HAND_ON: 'geef door',
  ESCALATE: 'leg voor aan de regio',
});
export type NetworkRequestStep = (typeof NetworkRequestStep.codes)[number];

export const EscalationReason = defineEnum(
  'EscalationReason',
  'Why a question is put before the brokers of the region.',
  {
    TOO_LATE: 'het duurt te lang',
    NO_AGREEMENT: 'betrokkenen worden het niet eens',
    OTHER_DOMAIN: 'een ander domein is nodig, zoals wonen of schulden',
    RULES: 'regels staan in de weg',
  },
);
export type EscalationReason = (typeof EscalationReason.codes)[number];
