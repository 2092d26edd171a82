import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import type { Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import type { CaseRow } from '../case/case.entity.js';
import { RoundTableState, type TableDecision } from './round-table.vocabulary.js';

const workers: readonly Role[] = ['care-broker', 'case-owner'];

/** Every step of a round table and who may make it. Once it was held or cancelled its members see the child no more. */
export const roundTableLifecycle = defineLifecycle({
  states: RoundTableState.codes,
  initial: 'PLANNED',
  steps: {
    hold: { from: ['PLANNED'], to: 'HELD', by: workers },
    cancel: { from: ['PLANNED'], to: 'CANCELLED', by: workers },
  },
});

const withInstitution: readonly string[] = ['SUPERVISION', 'GUARDIANSHIP', 'YOUTH_PROBATION'];

/** Whether a certified institution is involved by what the case itself says: it carries out protection measures and youth probation. */
export function isInstitutionInvolved({ measures, legalFrameworks }: Pick<CaseRow, 'measures' | 'legalFrameworks'>) {
  return measures.length > 0 || legalFrameworks.some((framework) => withInstitution.includes(framework));
}

/** W7: where a certified institution is involved it is invited. Throws INSTITUTION_NOT_INVITED. */
export function assertInstitutionInvited(isInvolved: boolean, isInvited: boolean): void {
  if (isInvolved && !isInvited) throw new HubError('INSTITUTION_NOT_INVITED');
}

const mostAtTable = 30;

/** Who sits at a table, each once, in small letters. Throws BAD_USER_INPUT. */
export function seats(field: string, ids: readonly string[]): string[] {
  if (ids.length > mostAtTable) throw new HubError('BAD_USER_INPUT', { field, expected: `0–${mostAtTable}` });
  if (!ids.every(isUuid)) throw new HubError('BAD_USER_INPUT', { field, expected: 'UUID' });
  return [...new Set(ids)];
}

const [daysBack, daysAhead, dayMs] = [7, 365, 86_400_000];

/** A table is planned for within a year, or written down up to a week late. Throws BAD_USER_INPUT. */
export function plannedMoment(at: Date, now: Date): Date {
  const days = (at.getTime() - now.getTime()) / dayMs;
  if (days < -daysBack || days > daysAhead)
    throw new HubError('BAD_USER_INPUT', { field: 'plannedAt', expected: `-${daysBack} d..${daysAhead} d` });
  return at;
}

/** What was decided, each once; that nothing was is decided by itself. Throws BAD_USER_INPUT. */
export function decided(decisions: readonly TableDecision[]): TableDecision[] {
  const once = [...new Set(decisions)];
  if (once.length === 0) throw new HubError('BAD_USER_INPUT', { field: 'decisions', expected: '≥ 1' });
  if (once.includes('NOTHING_DECIDED') && once.length > 1)
    throw new HubError('BAD_USER_INPUT', { field: 'decisions', expected: 'NOTHING_DECIDED' });
  return once;
}
