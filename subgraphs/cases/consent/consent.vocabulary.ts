import { defineEnum } from '../../../vocabulary/define-enum.js';

export const ConsentPurpose = defineEnum(
  'ConsentPurpose',
  'What consent is for (Jeugdwet 7.3.4 and 7.3.11). One says nothing of the other.',
  {
    GIVING_HELP: 'hulp verlenen',
    SHARING_WITH_PROVIDER: 'de hulpvraag onder pseudoniem delen met een aanbieder die zou kunnen helpen',
  },
);
export type ConsentPurpose = (typeof ConsentPurpose.codes)[number];

export const ConsentParty = defineEnum('ConsentParty', 'Who gives consent.', {
  YOUTH: 'de jeugdige zelf',
  PARENT: 'de ouder of ouders met gezag, samen',
  GUARDIAN: 'de voogd',
});
export type ConsentParty = (typeof ConsentParty.codes)[number];
