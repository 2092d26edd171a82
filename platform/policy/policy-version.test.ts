import { expect, it } from '@jest/globals';
import type { Policy, Rights } from './policy.js';
import { policyVersion } from './policy-version.js';

const operation: Rights = { names: ['case', 'cases'], roles: ['care-broker', 'case-owner'], rows: 'own region' };
const type: Rights = { names: ['Case'], roles: ['care-broker'], rows: 'own region' };
const rights: Policy = { operations: [operation], types: [type] };
const version = policyVersion('cases', rights);

it('the same rights have one version, in whatever order they stand', () => {
  expect(version).toMatch(/^cases\/[0-9a-f]{16}$/);
  const turned = { ...operation, names: ['cases', 'case'], roles: ['case-owner', 'care-broker'] } as const;
  expect(policyVersion('cases', { ...rights, operations: [turned] })).toBe(version);
});

it.each<[string, Policy]>([
  ['a role more', { ...rights, types: [{ ...type, roles: ['care-broker', 'analyst'] }] }],
  ['an operation more', { ...rights, operations: [{ ...operation, names: ['case', 'cases', 'yearTable'] }] }],
  ['other rows', { ...rights, types: [{ ...type, rows: 'every region' }] }],
  ['a field that fewer may read', { ...rights, fields: [{ ...type, names: ['Case.postcode4'] }] }],
])('other rights have another: %s', (_what, changed) => {
  expect(policyVersion('cases', changed)).not.toBe(version);
});
