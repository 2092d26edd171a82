import { describe, expect, it } from '@jest/globals';
import { requiredForeignFields } from './completed-fields.js';

const people = 'type Organisation @key(fields: "id") { id: ID! name: String! }';
const owners = { Organisation: 'people' };

/** What is found when capacity has these types. */
function found(capacity: string): string[] {
  return requiredForeignFields({ people, capacity }, owners);
}

describe('the fields that another subgraph completes', () => {
  it.each([
    ['a nullable reference', 'type Offer { organisation: Organisation }'],
    ['a required list of nullable references', 'type Offer { organisations: [Organisation]! }'],
    ['a required value of its own', 'type Offer @key(fields: "id") { id: ID! title: String! }'],
  ])('may be %s', (_what, types) => {
    expect(found(`${types} type Organisation @key(fields: "id") { id: ID! offers: [Int!] }`)).toEqual([]);
  });

  it.each([
    ['type Offer { organisation: Organisation! }', 'capacity: Offer.organisation refers to a borrowed entity'],
    ['type Offer { organisations: [Organisation!] }', 'capacity: Offer.organisations refers to a borrowed entity'],
    ['type Query { organisations: [[Organisation!]!]! }', 'capacity: Query.organisations refers to a borrowed entity'],
  ])('may not be %s', (types, finding) => {
    const findings = found(`${types} type Organisation @key(fields: "id") { id: ID! }`);
    expect(findings).toEqual([expect.stringContaining(finding)]);
  });

  it('may not be required where they are added to a borrowed entity, its key apart', () => {
    const findings = found('type Organisation @key(fields: "id") { id: ID! kind: Int! @external offers: [Int!]! }');
    expect(findings).toEqual([expect.stringContaining('capacity: Organisation.offers is added to a borrowed entity')]);
  });

  it('need an owner for each entity that several subgraphs define', () => {
    const findings = requiredForeignFields({ people, capacity: people }, {});
    expect(findings).toEqual([expect.stringContaining('say in entity-owners.ts')]);
  });
});
