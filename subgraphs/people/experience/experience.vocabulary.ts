import { defineEnum } from '../../../vocabulary/define-enum.js';

export const ExperienceCode = defineEnum(
  'ExperienceCode',
  'What an experience expert (ervaringsdeskundige) went through: care and circumstances, never a diagnosis.',
  {
    HELP_AT_HOME: 'als kind hulp thuis gehad',
    FOSTER_CARE: 'als kind in een pleeggezin gewoond',
    FAMILY_HOME: 'als kind in een gezinshuis gewoond',
    GROUP_CARE: 'als kind in een leef- of behandelgroep gewoond',
    SECURE_CARE: 'als kind in gesloten jeugdhulp gewoond',
    GUARDIANSHIP: 'als kind een jeugdbeschermer gehad',
    RETURNED_HOME: 'na een uithuisplaatsing weer thuis gaan wonen',
    LEAVING_CARE: 'na jeugdhulp zelfstandig geworden',
    PARENT_WITH_HELP_AT_HOME: 'als ouder hulp thuis gehad',
    PARENT_OF_PLACED_CHILD: 'als ouder een uithuisplaatsing meegemaakt',
    PARENT_IN_DIVORCE: 'als ouder een complexe scheiding meegemaakt',
    FAMILY_IN_DEBT: 'als gezin schulden gehad',
    SIBLING: 'broer of zus van een kind met jeugdhulp',
    FOSTER_PARENT: 'pleegouder geweest',
  },
);
export type ExperienceCode = (typeof ExperienceCode.codes)[number];
