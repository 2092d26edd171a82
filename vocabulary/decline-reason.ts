import { defineEnum } from './define-enum.js';

export const DeclineReason = defineEnum(
  'DeclineReason',
  'Why a provider does not take a case in, even where a place shows free.',
  {
    NO_CAPACITY: 'toch geen plaats',
    WRONG_AGE: 'de leeftijd past niet',
    EXCLUDED_PROBLEM: 'deze problematiek wordt niet behandeld',
    NOT_ELIGIBLE: 'voldoet niet aan de voorwaarden',
    OUT_OF_AREA: 'buiten het werkgebied',
    STAFF_MISSING: 'te weinig personeel',
    GROUP_MIX: 'past niet in de groep',
    MISSING_INFORMATION: 'er ontbreekt informatie',
    PARENT_OR_YOUTH_DECLINES: 'ouder of jeugdige wil niet',
    CARER_DECLINES: 'pleegouder of gezinshuisouder wil niet',
    SAFETY: 'niet veilig voor het kind of de groep',
    NO_CONTRACT: 'geen contract',
    OTHER: 'andere reden, zie de toelichting',
  },
);
export type DeclineReason = (typeof DeclineReason.codes)[number];
