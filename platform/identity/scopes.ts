import type { Role } from './caller.js';

/** What a system may ask a token for, named as iWlz names it: register, resource, action. */
export const scopes = [
  'registers/cases/needs:read',
  'registers/cases/needs:answer',
  'registers/capacity/offers:read',
  'registers/capacity/offers:publish',
  'registers/capacity/holds:read',
  'registers/capacity/holds:write',
  'registers/capacity/events:read',
  'registers/capacity/events:subscribe',
  'registers/people/organisations:read',
  'registers/people/professionals:read',
  'registers/people/professionals:publish',
  'stats/region:read',
] as const;

export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}

/** Roles that a system may have: it never acts as a person. */
export const machineRoles = ['provider-system', 'analyst'] as const satisfies readonly Role[];

export type MachineRole = (typeof machineRoles)[number];

/** What each of them may ask a token for. */
const scopesOfRole: Readonly<Record<MachineRole, readonly Scope[]>> = {
  'provider-system': [
    'registers/cases/needs:read',
    'registers/cases/needs:answer',
    'registers/capacity/offers:read',
    'registers/capacity/offers:publish',
    'registers/capacity/holds:read',
    'registers/capacity/holds:write',
    'registers/capacity/events:read',
    'registers/capacity/events:subscribe',
    'registers/people/organisations:read',
    'registers/people/professionals:read',
    'registers/people/professionals:publish',
  ],
  analyst: ['stats/region:read', 'registers/people/organisations:read'],
};

/** Whether a text names a role that a system may have. */
export function isMachineRole(text: unknown): text is MachineRole {
  return machineRoles.some((role) => role === text);
}

/** Every scope that a client with these roles may ask for. */
export function scopesOf(roles: readonly MachineRole[]): Scope[] {
  return [...new Set(roles.flatMap((role) => scopesOfRole[role]))];
}
