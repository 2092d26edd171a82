import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getNamedType, isCompositeType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { answerSchema } from '../../gateway/federation/answers/answer-schema.js';
import { readOperations, type RegisteredOperation } from '../../gateway/registered/registered-operations.js';
import type { Role } from '../../platform/identity/caller.js';
import { grantedIn, type Policy } from '../../platform/policy/policy.js';
import { capacityPolicy } from '../../subgraphs/capacity/policy.js';
import { casesPolicy } from '../../subgraphs/cases/policy.js';
import { peoplePolicy } from '../../subgraphs/people/policy.js';

const policies: readonly Policy[] = [casesPolicy, capacityPolicy, peoplePolicy];
const schema = answerSchema(readFileSync(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8'));
const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];

/** Whether some table that names it gives it to the role; nothing is said of what is part of every answer, such as a page. */
function isGiven(tables: readonly Policy['operations'][], name: string, role: Role): boolean {
  const said = tables.map((rights) => grantedIn(rights, name, 'roles')).filter((roles) => roles !== null);
  return said.length === 0 || said.some((roles) => roles.includes(role));
}

/** What an operation asks without a condition, and one of its roles may not have. */
function refusedParts({ document }: RegisteredOperation, role: Role): string[] {
  const [types, operations] = [policies.map((policy) => policy.types), policies.map((policy) => policy.operations)];
  const fields = policies.map((policy) => policy.fields ?? []);
  const refused: string[] = [];
  const info = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field(node) {
        // what is asked on a condition is asked by whoever may have it
        if (node.directives?.some(({ name }) => name.value === 'include')) return false;
        const [parent, type] = [info.getParentType()?.name ?? '', getNamedType(info.getType())];
        const isOperation = roots.includes(parent);
        const name = isOperation ? node.name.value : `${parent}.${node.name.value}`;
        if (!isGiven(isOperation ? operations : fields, name, role)) refused.push(name);
        if (isCompositeType(type) && !isGiven(types, type.name, role)) refused.push(type.name);
        return undefined;
      },
    }),
  );
  return refused;
}

describe('the registered operations', () => {
  it.each([...readOperations().values()])('$name is of use to each role whose it is, in every part', (operation) => {
    const refused = operation.roles.map((role) => [role, refusedParts(operation, role)] as const);
    expect(refused.filter(([, parts]) => parts.length > 0)).toEqual([]);
  });

  it('would be told from one that asks what a role may not have', () => {
    const document = 'query Ask { case(id: "1") { id ownReference } offers { edges { node { id } } } }';
    const asked = { document } as RegisteredOperation;
    expect([refusedParts(asked, 'case-owner'), refusedParts(asked, 'care-broker')]).toEqual([
      [],
      ['Case.ownReference'],
    ]);
    expect(refusedParts(asked, 'analyst')).toContain('case');
  });
});
