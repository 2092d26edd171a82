import type { PlanRoundTableInput, CaseTablesData } from '../../generated/operations.js';
import type { RoundTableKind } from '../../generated/words.js';
import { instantOf } from '../../parts/dutch.js';

/** A case with the round tables about it. */
export type TableCase = NonNullable<CaseTablesData['case']>;
export type RoundTable = NonNullable<TableCase['roundTables']>[number];

/** A day and a time of the clock in the Netherlands, as they are typed. */
export interface TypedMoment {
  readonly on: string;
  readonly at: string;
}

/** Whether a certified institution is involved, and was invited. */
const institutionWords = { NONE: 'nee', INVITED: 'ja, en uitgenodigd', NOT_INVITED: 'ja, nog niet uitgenodigd' };
export type Institution = keyof typeof institutionWords;

/** What can be said of that: where one is involved by what the case says, it is not asked whether. */
export function institutionChoices(isInvolved: boolean): Readonly<Record<string, string>> {
  const { NONE, ...involved } = institutionWords;
  return isInvolved ? involved : { NONE, ...involved };
}

/** A round table as it stands in the form. */
export interface PlanDraft extends TypedMoment {
  readonly kind: RoundTableKind;
  readonly guests: readonly string[];
  readonly organisations: readonly string[];
  readonly institution: Institution | '';
}

export const emptyPlan: PlanDraft = {
  ...{ kind: 'ROUND_TABLE', on: '', at: '', guests: [], organisations: [], institution: '' },
};

export type MomentFaults = Readonly<Partial<Record<keyof TypedMoment, string>>>;
export type PlanFaults = MomentFaults & { readonly institution?: string };

const [daysBack, daysAhead, dayMs] = [7, 365, 86_400_000];

/** What is wrong with a draft at a moment in milliseconds, by its field. */
export function planFaults(draft: PlanDraft, now: number): PlanFaults {
  const { institution } = draft;
  return {
    ...momentFaults(draft, now - daysBack * dayMs, now + daysAhead * dayMs, 'Kies een dag in het komende jaar.'),
    ...(institution === '' && { institution: 'Kies een antwoord.' }),
    ...(institution === 'NOT_INVITED' && {
      institution: 'Nodig de instelling eerst uit: zonder haar kan er geen ronde tafel zijn.',
    }),
  };
}

/** What is wrong with a moment that lies within two others, in milliseconds. */
export function momentFaults({ on, at }: TypedMoment, from: number, to: number, outside: string): MomentFaults {
  if (on === '' || at === '')
    return { ...(on === '' && { on: 'Kies een dag.' }), ...(at === '' && { at: 'Vul een tijd in, zoals 10:30.' }) };
  const ms = Date.parse(instantOf(on, at));
  return ms < from || ms > to ? { on: outside } : {};
}

/** What the hub is asked to plan. */
export function planOf(caseId: string, draft: PlanDraft): Omit<PlanRoundTableInput, 'idempotencyKey'> {
  const { kind, on, at, guests, organisations, institution } = draft;
  return {
    ...{ caseId, kind, plannedAt: instantOf(on, at), participantIds: guests, organisationIds: organisations },
    isInstitutionInvolved: institution !== 'NONE',
    isInstitutionInvited: institution === 'INVITED',
  };
}

const withInstitution: readonly string[] = ['SUPERVISION', 'GUARDIANSHIP', 'YOUTH_PROBATION'];

/** Whether a certified institution is involved by what the case itself says. */
export function hasInstitution({
  measures,
  legalFrameworks,
}: Pick<TableCase, 'measures' | 'legalFrameworks'>): boolean {
  return (measures ?? []).length > 0 || (legalFrameworks ?? []).some((one) => withInstitution.includes(one));
}

/** The organisations that are known with a case, by identifier. */
export function organisationsOf({ ownerOrganisation, referrals, placements }: TableCase): Record<string, string> {
  const known = [ownerOrganisation, ...[...(referrals ?? []), ...(placements ?? [])].map((one) => one.organisation)];
  return Object.fromEntries(known.flatMap((one) => (one ? [[one.id, one.name ?? 'naam nu niet bekend']] : [])));
}
