import type { AnswerChecklistItemInput, ResidentialChecklistData } from '../../generated/operations.js';
import {
  alternativeVerdict,
  familyFormReason,
  ladderRung,
  notSuitableReason,
  type AlternativeVerdict,
  type FamilyFormReason,
  type LadderRung,
  type NotSuitableReason,
} from '../../generated/words.js';
import { capital } from '../../parts/dutch.js';

type Found = NonNullable<NonNullable<ResidentialChecklistData['case']>['residentialChecklist']>;

/** A checklist that was read, whatever of it could be told. */
export type Checklist = Pick<
  Found,
  'alternatives' | 'isConsultationHeld' | 'isRetDiscussed' | 'familyFormReason' | 'missing'
>;

/** What is chosen for one question; empty where nothing is. */
export interface Draft {
  readonly value: string;
  /** Why a form of help does not suit: of NOT_SUITABLE alone. */
  readonly reason: NotSuitableReason | '';
}

/** What is sent of one answer. */
export type Meant = Omit<AnswerChecklistItemInput, 'idempotencyKey' | 'caseId' | 'version'>;

export interface Question {
  /** As `missing` names it. */
  readonly key: string;
  readonly title: string;
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
  readonly saved: Draft;
  /** Whether the checklist cannot be completed with what is saved. */
  readonly isMissing: boolean;
  readonly meantOf: (draft: Draft) => Meant;
}

const yesNo = { YES: 'ja', NO: 'nee' };

/** What a checklist asks, lightest form of help first: what lacks and what was answered are together all of it. */
export function questionsOf(checklist: Checklist): Question[] {
  const { isConsultationHeld, isRetDiscussed, familyFormReason: family } = checklist;
  const isMissing = (key: string): boolean => checklist.missing?.includes(key) ?? false;
  return [
    ...rungQuestions(checklist),
    {
      ...{ key: 'CONSULTATION', title: 'Overleg met anderen', label: 'Is aan anderen gevraagd om mee te denken?' },
      ...{ words: yesNo, saved: saidOf(isConsultationHeld), isMissing: isMissing('CONSULTATION') },
      meantOf: ({ value }) => ({ isConsultationHeld: value === 'YES' }),
    },
    {
      ...{ key: 'RET', title: 'Expertteam', label: 'Heeft het regionale expertteam (RET) dit besproken?' },
      ...{ words: yesNo, saved: saidOf(isRetDiscussed), isMissing: isMissing('RET') },
      meantOf: ({ value }) => ({ isRetDiscussed: value === 'YES' }),
    },
    {
      ...{ key: 'FAMILY_FORM_REASON', title: 'Wonen in een gezin', words: familyFormReason },
      label: 'Waarom kan dit kind niet naar een pleeggezin of gezinshuis?',
      ...{ saved: { value: family ?? '', reason: '' }, isMissing: isMissing('FAMILY_FORM_REASON') },
      meantOf: ({ value }) => ({ familyFormReason: value as FamilyFormReason }),
    },
  ];
}

/** Where somebody goes on: at the first question that lacks something, past the last when nothing lacks. */
export function firstMissing(questions: readonly Question[]): number {
  const first = questions.findIndex(({ isMissing }) => isMissing);
  return first === -1 ? questions.length : first;
}

/** An answer in words; empty where there is none. */
export function answerWords({ words }: Question, { value, reason }: Draft): string {
  return [words[value], reason && notSuitableReason[reason]].filter(Boolean).join(': ');
}

/** What is wrong with what was chosen, at the field where it is mended. */
export function faultsOf({ value, reason }: Draft): { readonly value?: string; readonly reason?: string } {
  if (value === '') return { value: 'Kies een antwoord.' };
  return value === 'NOT_SUITABLE' && reason === '' ? { reason: 'Kies een reden.' } : {};
}

function rungQuestions({ alternatives, missing }: Checklist): Question[] {
  return (Object.keys(ladderRung) as LadderRung[]).flatMap((rung) => {
    const told = alternatives?.find((one) => one.rung === rung);
    const isMissing = missing?.includes(rung) ?? false;
    if (!told && !isMissing) return [];
    const question = { key: rung, title: capital(ladderRung[rung]), label: 'Wat is de uitkomst?' };
    const saved: Draft = { value: told?.verdict ?? '', reason: told?.reason ?? '' };
    return [{ ...question, words: alternativeVerdict, saved, isMissing, meantOf: (draft) => weighed(rung, draft) }];
  });
}

function weighed(rung: LadderRung, { value, reason }: Draft): Meant {
  const verdict = value as AlternativeVerdict;
  return { alternative: { rung, verdict, ...(reason !== '' && verdict === 'NOT_SUITABLE' && { reason }) } };
}

function saidOf(isTrue: boolean | null): Draft {
  return { value: isTrue === null ? '' : isTrue ? 'YES' : 'NO', reason: '' };
}
