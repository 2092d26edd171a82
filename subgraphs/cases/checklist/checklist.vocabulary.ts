import { defineEnum } from '../../../vocabulary/define-enum.js';

export const AlternativeVerdict = defineEnum('AlternativeVerdict', 'What became of a lighter form of help.', {
  TRIED: 'geprobeerd',
  NOT_SUITABLE: 'niet passend',
  NO_CAPACITY: 'geen plek',
});
export type AlternativeVerdict = (typeof AlternativeVerdict.codes)[number];

export const NotSuitableReason = defineEnum(
  'NotSuitableReason',
  'Why a lighter form of help does not suit this child.',
  {
    UNSAFE: 'niet veilig',
    TOO_LIGHT: 'te licht voor de problemen',
    WRONG_AGE: 'niet voor deze leeftijd',
    NO_NETWORK: 'geen eigen netwerk dat het kan dragen',
    YOUTH_DECLINES: 'de jeugdige wil het niet',
    PARENTS_DECLINE: 'de ouders willen het niet',
    JUDGE_DECIDED: 'de rechter besliste anders',
    OTHER: 'anders',
  },
);
export type NotSuitableReason = (typeof NotSuitableReason.codes)[number];

export const FamilyFormReason = defineEnum(
  'FamilyFormReason',
  'Why foster care or a family home is demonstrably not in the interest of the child (Jeugdwet 2.3(6), 3.5(2)).',
  {
    UNSAFE_FOR_CHILD: 'niet veilig voor het kind',
    UNSAFE_FOR_FAMILY: 'niet veilig voor het gezin',
    TREATMENT_NEEDED: 'behandeling nodig die in een gezin niet kan',
    REPEATED_BREAKDOWN: 'eerdere plaatsingen in een gezin liepen stuk',
    YOUTH_DECLINES: 'de jeugdige wil niet in een ander gezin',
    JUDGE_DECIDED: 'de rechter besliste anders',
  },
);
export type FamilyFormReason = (typeof FamilyFormReason.codes)[number];

export const ChecklistState = defineEnum('ChecklistState', 'How far a checklist is.', {
  OPEN: 'wordt ingevuld',
  COMPLETE: 'afgerond',
});
export type ChecklistState = (typeof ChecklistState.codes)[number];
