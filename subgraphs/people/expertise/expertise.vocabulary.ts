import { defineEnum } from '../../../vocabulary/define-enum.js';

export const ExpertiseCode = defineEnum('ExpertiseCode', 'A subject in which a professional is at home.', {
  AUTISM: 'autisme',
  ADHD: 'ADHD',
  ATTACHMENT: 'hechting',
  TRAUMA: 'trauma',
  MILD_INTELLECTUAL_DISABILITY: 'licht verstandelijke beperking (LVB)',
  CHILD_PSYCHIATRY: 'kinder- en jeugdpsychiatrie',
  ADULT_PSYCHIATRY: 'psychiatrie bij ouders',
  ADDICTION: 'verslaving',
  EATING_DISORDERS: 'eetstoornissen',
  SUICIDE_PREVENTION: 'suïcidepreventie',
  SYSTEMIC_THERAPY: 'systeemtherapie',
  PARENTING_SUPPORT: 'opvoedondersteuning',
  DIVORCE: 'complexe scheiding',
  SAFETY: 'veiligheid en huiselijk geweld',
  FOSTER_CARE: 'pleegzorg',
  PRACTICAL_SUPPORT: 'praktische hulp in het gezin',
  HOUSING: 'wonen',
  DEBT: 'schulden',
  EDUCATION: 'onderwijs',
  TRANSITION_TO_ADULTHOOD: 'overgang naar volwassenheid (16-27)',
  CULTURAL_MEDIATION: 'culturele bemiddeling',
  EXPERIENCE_EXPERTISE: 'ervaringsdeskundigheid',
  YOUTH_LAW: 'jeugdrecht',
});
export type ExpertiseCode = (typeof ExpertiseCode.codes)[number];

export const ExpertiseLevel = defineEnum(
  'ExpertiseLevel',
  'How far an expertise goes, as its organisation states it.',
  {
    BASIC: 'basis',
    EXPERIENCED: 'ervaren',
    SPECIALIST: 'specialist',
  },
);
export type ExpertiseLevel = (typeof ExpertiseLevel.codes)[number];
