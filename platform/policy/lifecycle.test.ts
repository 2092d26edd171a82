import { describe, expect, it } from '@jest/globals';
import type { Role } from '../identity/caller.js';
import { assertMayStep, defineLifecycle, lifecycleFaults, type LifecycleStep } from './lifecycle.js';

const broker: readonly Role[] = ['care-broker'];
const open: LifecycleStep<string> = { from: ['NEW'], to: 'OPEN', by: broker };
const states = ['NEW', 'OPEN'];

describe('a lifecycle', () => {
  it('is right when every state is reached and every step leads on', () => {
    expect(lifecycleFaults({ states, initial: 'NEW', steps: { open } })).toEqual([]);
  });

  it.each<[string, readonly string[], Record<string, LifecycleStep<string>>, string]>([
    ['a state that nothing leads to', [...states, 'LOST'], { open }, 'nothing leads to LOST'],
    [
      'states that lead to each other only',
      [...states, 'A', 'B'],
      { open, ab: { from: ['A'], to: 'B', by: [] }, ba: { from: ['B'], to: 'A', by: [] } },
      'nothing leads to A',
    ],
    ['a step to nowhere', states, { open, shut: { from: ['OPEN'], to: 'SHUT', by: [] } }, 'shut knows no state SHUT'],
    ['a step from nowhere', states, { open, begin: { from: [], to: 'OPEN', by: [] } }, 'begin begins nowhere'],
    ['a step that stands still', states, { open, stay: { from: ['OPEN'], to: 'OPEN', by: [] } }, 'stay stands still'],
    [
      'a role that does not exist',
      states,
      { open: { ...open, by: ['janitor' as Role] } },
      'open knows no role janitor',
    ],
  ])('is refused at the start for %s', (_what, known, steps, fault) => {
    expect(lifecycleFaults({ states: known, initial: 'NEW', steps })).toContain(fault);
    expect(() => defineLifecycle({ states: known, initial: 'NEW', steps })).toThrow(fault);
  });

  it('lets only its roles make a step', () => {
    const caller = {
      subject: 'x',
      organisationId: null,
      region: null,
      language: 'nl',
      requestId: 'test',
      accessPoint: 'token',
      scopes: null,
      purpose: 'OPERATION',
      operation: null,
    } as const;
    expect(() => assertMayStep({ ...caller, roles: broker }, open)).not.toThrow();
    expect(() => assertMayStep({ ...caller, roles: ['analyst'] }, open)).toThrow();
    expect(() => assertMayStep({ ...caller, roles: broker }, { ...open, by: [] })).toThrow();
  });
});
