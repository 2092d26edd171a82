import type { Characteristic, LegalFramework } from '../../../vocabulary/child.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';
import type { ExpertiseCode } from './expertise.vocabulary.js';

type Helping<Code extends string> = Partial<Readonly<Record<Code, readonly ExpertiseCode[]>>>;

/** In what somebody is at home who can help with what characterises a child or family. A proposal: no source gives such a list. */
const forCharacteristic: Helping<Characteristic> = {
  AUTISM: ['AUTISM'],
  ADHD: ['ADHD'],
  MILD_INTELLECTUAL_DISABILITY: ['MILD_INTELLECTUAL_DISABILITY'],
  TRAUMA: ['TRAUMA'],
  ATTACHMENT: ['ATTACHMENT'],
  ANXIETY_DEPRESSION: ['CHILD_PSYCHIATRY'],
  SELF_HARM: ['SUICIDE_PREVENTION'],
  SUICIDALITY: ['SUICIDE_PREVENTION'],
  EATING_DISORDER: ['EATING_DISORDERS'],
  PSYCHOSIS: ['CHILD_PSYCHIATRY'],
  ADDICTION: ['ADDICTION'],
  SCHOOL_REFUSAL: ['EDUCATION'],
  YOUNG_PARENT: ['PARENTING_SUPPORT'],
  REFUGEE: ['CULTURAL_MEDIATION'],
  PARENTAL_CONFLICT: ['DIVORCE'],
  DOMESTIC_VIOLENCE: ['SAFETY'],
  PARENT_PSYCHIATRIC: ['ADULT_PSYCHIATRY'],
  PARENT_ADDICTION: ['ADDICTION'],
  EXPLOITATION_RISK: ['SAFETY'],
};

/**
 * For help of a rung. Foster families are helped before they give up, and a course for the whole family keeps a child at home (projectplan
 * Samen Stroomopwaarts, Foodvalley, april 2020: 2.2.5 and chapter 3); who lives on their own from 16 needs a home and a way into being grown
 * up (inhoudelijk jaarverslag 2023 van de Versnellingsaanpak, Sociaal Domein Flevoland, on 16 to 27). Of other rungs no source says so.
 */
const forRung: Helping<LadderRung> = {
  INTENSIVE_AMBULATORY: ['SYSTEMIC_THERAPY'],
  KINSHIP_FOSTER: ['FOSTER_CARE'],
  FOSTER: ['FOSTER_CARE'],
  ASSISTED_LIVING: ['TRANSITION_TO_ADULTHOOD', 'HOUSING'],
};

/** On a legal ground: what a judge orders asks for who knows the law on children, and help under the Wmo begins at 18 (Jeugdwet, article 1.1). */
const forFramework: Helping<LegalFramework> = {
  SUPERVISION: ['YOUTH_LAW'],
  GUARDIANSHIP: ['YOUTH_LAW'],
  SECURE_AUTHORISATION: ['YOUTH_LAW'],
  YOUTH_PROBATION: ['YOUTH_LAW'],
  WMO: ['TRANSITION_TO_ADULTHOOD'],
};

/** What a need says, in codes, by which expertise is sought. */
export interface TellingCodes {
  readonly characteristics: readonly Characteristic[];
  readonly rungs: readonly LadderRung[];
  readonly legalFrameworks: readonly LegalFramework[];
}

function allOf<Code extends string>(helping: Helping<Code>, codes: readonly Code[]): ExpertiseCode[] {
  return [...new Set(codes.flatMap((code) => helping[code] ?? []))];
}

/** What a duo is best at home in for these characteristics, each once. */
export function expertiseForCharacteristics(characteristics: readonly Characteristic[]): ExpertiseCode[] {
  return allOf(forCharacteristic, characteristics);
}

/** What an expert is best at home in for a need, each once: for the child and family first, then for the help and its legal ground. */
export function expertiseForNeed({ characteristics, rungs, legalFrameworks }: TellingCodes): ExpertiseCode[] {
  return [
    ...new Set([
      ...allOf(forCharacteristic, characteristics),
      ...allOf(forRung, rungs),
      ...allOf(forFramework, legalFrameworks),
    ]),
  ];
}
