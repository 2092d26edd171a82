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

const usual: Readonly<Record<Role, Purpose>> = {
  'case-owner': 'OWN_CASE',
  'care-broker': 'FIND_CARE',
  'ret-member': 'ROUND_TABLE',
  'provider-planner': 'PLAN_CARE',
  'provider-system': 'PUBLISH',
  analyst: 'STATISTICS',
  'privacy-officer': 'SUPERVISION',
  operator: 'OPERATION',
  developer: 'OPERATION',
};

export function isPurpose(value: unknown): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}

/** The purpose that somebody with these roles has when he names none: that of the first. */
export function usualPurpose([first]: readonly Role[]): Purpose {
  return first === undefined ? 'OPERATION' : usual[first];
}
