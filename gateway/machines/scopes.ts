import type { Role } from '../../platform/identity/caller.js';

/** Roles that a system may have: it never acts as a person. */
export const machineRoles = ['provider-system', 'analyst'] as const satisfies readonly Role[];

export type MachineRole = (typeof machineRoles)[number];

/** What each of them may ask a token for, named as iWlz names it: register, resource, action. */
const scopesOfRole: Readonly<Record<MachineRole, readonly string[]>> = {
  'provider-system': [
    'registers/capacity/offers:publish',
    'registers/capacity/holds:write',
    'registers/people/professionals:publish',
  ],
  analyst: ['stats/region:read'],
};

/** Whether a text names a role that a system may have. */
export function isMachineRole(text: unknown): text is MachineRole {
  return machineRoles.some((role) => role === text);
}

/** Every scope that a client with these roles may ask for. */
export function scopesOf(roles: readonly MachineRole[]): string[] {
  return [...new Set(roles.flatMap((role) => scopesOfRole[role]))];
}
