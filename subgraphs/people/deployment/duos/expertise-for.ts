import type { Characteristic } from '../../../../vocabulary/child.js';
import type { ExpertiseCode } from '../../expertise/expertise.vocabulary.js';

/** In what somebody is at home who can help with what characterises a child or family. Ours: no source gives such a list. */
const helping: Partial<Readonly<Record<Characteristic, ExpertiseCode>>> = {
  AUTISM: 'AUTISM',
  ADHD: 'ADHD',
  MILD_INTELLECTUAL_DISABILITY: 'MILD_INTELLECTUAL_DISABILITY',
  TRAUMA: 'TRAUMA',
  ATTACHMENT: 'ATTACHMENT',
  ANXIETY_DEPRESSION: 'CHILD_PSYCHIATRY',
  SELF_HARM: 'SUICIDE_PREVENTION',
  SUICIDALITY: 'SUICIDE_PREVENTION',
  EATING_DISORDER: 'EATING_DISORDERS',
  PSYCHOSIS: 'CHILD_PSYCHIATRY',
  ADDICTION: 'ADDICTION',
  SCHOOL_REFUSAL: 'EDUCATION',
  YOUNG_PARENT: 'PARENTING_SUPPORT',
  REFUGEE: 'CULTURAL_MEDIATION',
  PARENTAL_CONFLICT: 'DIVORCE',
  DOMESTIC_VIOLENCE: 'SAFETY',
  PARENT_PSYCHIATRIC: 'ADULT_PSYCHIATRY',
  PARENT_ADDICTION: 'ADDICTION',
  EXPLOITATION_RISK: 'SAFETY',
};

/** What a duo is best at home in for these characteristics, each once. */
export function expertiseFor(characteristics: readonly Characteristic[]): ExpertiseCode[] {
  return [...new Set(characteristics.flatMap((characteristic) => helping[characteristic] ?? []))];
}
