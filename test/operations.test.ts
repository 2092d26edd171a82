import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { readOperations } from '../gateway/registered/registered-operations.js';
import { roles } from '../platform/identity/caller.js';
import { grantedIn } from '../platform/policy/policy.js';
import { capacityPolicy } from '../subgraphs/capacity/policy.js';
import { casesPolicy } from '../subgraphs/cases/policy.js';
import { peoplePolicy } from '../subgraphs/people/policy.js';

const rights = [casesPolicy, capacityPolicy, peoplePolicy].flatMap(({ operations }) => operations);
const operations = [...readOperations().values()];

function rootFields(document: string): string[] {
  const [operation] = parse(document).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return (operation?.selectionSet.selections ?? []).flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
}

describe('a registered operation', () => {
  it.each(operations)('$name can be used as a whole by each role whose it is', ({ document, roles: told }) => {
    const fields = rootFields(document);
    const able = roles.filter((role) => fields.every((field) => grantedIn(rights, field, 'roles')?.includes(role)));
    expect(told.filter((role) => !able.includes(role))).toEqual([]);
  });

  it('is there for whatever anybody may ask or do, but one object by its identifier', () => {
    const asked = new Set(operations.flatMap(({ document }) => rootFields(document)));
    const oneOfMany = new Set(['offer', 'organisation', 'referral', 'team']);
    const lacking = rights.flatMap(({ names }) => names).filter((name) => !asked.has(name) && !oneOfMany.has(name));
    expect(lacking).toEqual([]);
  });

  it('is there for every role of a system', () => {
    for (const role of ['provider-system', 'analyst'] as const)
      expect(operations.some(({ roles: told }) => told.includes(role))).toBe(true);
  });
});
