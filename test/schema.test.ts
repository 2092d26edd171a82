import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { policyFaults } from '../platform/policy/policy-faults.js';
import type { Policy } from '../platform/policy/policy.js';
import { capacityPolicy } from '../subgraphs/capacity/policy.js';
import { buildCapacitySchema } from '../subgraphs/capacity/schema.js';
import { casesPolicy } from '../subgraphs/cases/policy.js';
import { buildCasesSchema } from '../subgraphs/cases/schema.js';
import { peoplePolicy } from '../subgraphs/people/policy.js';
import { buildPeopleSchema } from '../subgraphs/people/schema.js';
import { undescribed } from './descriptions.js';

const subgraphs: readonly [string, () => Promise<GraphQLSchema>, Policy][] = [
  ['cases', buildCasesSchema, casesPolicy],
  ['capacity', buildCapacitySchema, capacityPolicy],
  ['people', buildPeopleSchema, peoplePolicy],
];

describe.each(subgraphs)('the schema of %s', (_name, build, policy) => {
  let schema: GraphQLSchema;

  beforeAll(async () => {
    schema = await build();
  });

  it('describes every type, field, argument and value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('names every operation and type in its policy, and gives no right that nobody can use', () => {
    expect(policyFaults(schema, policy)).toEqual([]);
  });
});
