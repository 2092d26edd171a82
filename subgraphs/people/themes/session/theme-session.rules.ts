import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { Role } from '../../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../../platform/policy/lifecycle.js';
import { ThemeSessionState, type ThemeOutcome } from './theme-session.vocabulary.js';

const coordinators: readonly Role[] = ['care-broker'];

/** Every step of a session and who may make it: a theme table is called together by the brokers of the region. */
export const themeSessionLifecycle = defineLifecycle({
  states: ThemeSessionState.codes,
  initial: 'PLANNED',
  steps: {
    record: { from: ['PLANNED'], to: 'HELD', by: coordinators },
    cancel: { from: ['PLANNED'], to: 'CANCELLED', by: coordinators },
  },
});

const mostSeats = 100;

/** Who is asked to come, each once. Throws BAD_USER_INPUT. */
export function seatsOf(field: string, ids: readonly string[]): string[] {
  if (ids.length > mostSeats) throw new HubError('BAD_USER_INPUT', { field, expected: `0–${mostSeats}` });
  if (!ids.every(isUuid)) throw new HubError('BAD_USER_INPUT', { field, expected: 'UUID' });
  return [...new Set(ids)];
}

const [daysAhead, dayMs] = [365, 86_400_000];

/** A session is planned ahead, within a year. Throws BAD_USER_INPUT. */
export function assertAhead(at: Date, now: Date): void {
  const days = (at.getTime() - now.getTime()) / dayMs;
  if (!(days > 0 && days <= daysAhead))
    throw new HubError('BAD_USER_INPUT', { field: 'plannedAt', expected: `0 d..${daysAhead} d` });
}

/** What was agreed, each once; that nothing was stands alone. Throws BAD_USER_INPUT. */
export function agreed(outcomes: readonly ThemeOutcome[]): ThemeOutcome[] {
  const once = [...new Set(outcomes)];
  if (once.length === 0) throw new HubError('BAD_USER_INPUT', { field: 'outcomes', expected: '≥ 1' });
  if (once.includes('NOTHING_AGREED') && once.length > 1)
    throw new HubError('BAD_USER_INPUT', { field: 'outcomes', expected: 'NOTHING_AGREED' });
  return once;
}
