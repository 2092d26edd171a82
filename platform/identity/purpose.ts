import type { Role } from './caller.js';

/** Why somebody looks at data about people: said with each request, or following from the role. */
export const purposes = [
  'FIND_CARE',
  'OWN_CASE',
  'ROUND_TABLE',
  'PLAN_CARE',
  'PUBLISH',
  'STATISTICS',
  'SUPERVISION',
  'OPERATION',
] as const;

export type Purpose = (typeof purposes)[number];

/** What each role may look for: the first is usual for it, and said for who names none. */
export const purposesOfRole: Readonly<Record<Role, readonly [Purpose, ...Purpose[]]>> = {
  'case-owner': ['OWN_CASE', 'FIND_CARE', 'ROUND_TABLE'],
  'care-broker': ['FIND_CARE', 'ROUND_TABLE'],
  'ret-member': ['ROUND_TABLE', 'FIND_CARE'],
  'provider-planner': ['PLAN_CARE', 'PUBLISH', 'ROUND_TABLE'],
  'provider-system': ['PUBLISH', 'PLAN_CARE'],
  analyst: ['STATISTICS'],
  'privacy-officer': ['SUPERVISION'],
  operator: ['OPERATION'],
  developer: ['OPERATION'],
};

export function isPurpose(value: unknown): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}

/** The purpose that somebody with these roles has when he names none: that of the first. */
export function usualPurpose(roles: readonly Role[]): Purpose {
  return purposesOf(roles)[0];
}

/** Every purpose that somebody with these roles may have; without a role the hub itself is at work. */
export function purposesOf(roles: readonly Role[]): readonly [Purpose, ...Purpose[]] {
  const [first = 'OPERATION', ...others] = new Set(roles.flatMap((role) => purposesOfRole[role]));
  return [first, ...others];
}
