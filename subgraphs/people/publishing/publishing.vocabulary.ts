import { defineEnum } from '../../../vocabulary/define-enum.js';

export const ProfessionalOutcome = defineEnum(
  'ProfessionalOutcome',
  'What became of one professional that was published.',
  {
    CREATED: 'aangemeld',
    CHANGED: 'gewijzigd',
    UNCHANGED: 'al zo bekend; nu bevestigd',
    LEFT: 'uit dienst: niemand vindt deze medewerker meer',
    REJECTED: 'geweigerd: "error" zegt waarom',
  },
);
export type ProfessionalOutcome = (typeof ProfessionalOutcome.codes)[number];

export const ProfessionalRegister = defineEnum('ProfessionalRegister', 'A register of professionals.', {
  SKJ: 'Stichting Kwaliteitsregister Jeugd',
  BIG: 'register Beroepen in de Individuele Gezondheidszorg',
});
export type ProfessionalRegister = (typeof ProfessionalRegister.codes)[number];
