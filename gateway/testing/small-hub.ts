import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { HubError } from '../../platform/errors/errors.js';
import { compose } from '../execution/testing/compose.js';
import type { SubgraphName } from '../open-gateway.js';

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@shareable", "@inaccessible"]
)`;

/** Three subgraphs with the joints of the real ones: an entity hop, `@requires`, lists, and a way round and round. */
export const smallSdl: Readonly<Record<SubgraphName, string>> = {
  cases: `${link}
    type Query { case(id: ID!): Case  cases(first: Int = 20, filter: CaseFilter): [Case!]  "Never null." version: String! }
    type Mutation { note(caseId: ID!, text: String!): Case  close(caseId: ID!): Case }
    input CaseFilter { numbers: [String!]  born: YearRange  status: Status }
    input YearRange { from: Int!  until: Int }
    enum Status { OPEN CLOSED }
    "One child's case."
    type Case @key(fields: "id") { id: ID!  number: String!  status: Status!  need: Need  note: String  owner: Organisation }
    type Need { rungs: [String!]!  birthYear: Int! }
    type Organisation @key(fields: "id") { id: ID! }`,
  capacity: `${link}
    type Query { offer(id: ID!): Offer  offers: [Offer!] }
    type Case @key(fields: "id") { id: ID!  need: Need @external  options(first: Int = 10): Options @requires(fields: "need { birthYear }") }
    type Need @external { birthYear: Int! }
    type Options { considered: Int!  edges: [Edge!]! }
    type Edge { rank: Int!  node: Offer! }
    type Offer @key(fields: "id") { id: ID!  title: String!  organisation: Organisation }
    type Organisation @key(fields: "id") { id: ID!  offers: [Offer!]  best: Offer }`,
  people: `${link}
    type Query { organisation(id: ID!): Organisation  organisations: [Organisation!] }
    type Organisation @key(fields: "id") { id: ID!  name: String!  phone: String  teams: [Team!]  secret: String @inaccessible }
    type Team @key(fields: "id") { id: ID!  name: String! }`,
};

export const smallSupergraph = compose(smallSdl);

type Row = Readonly<Record<string, unknown>>;

const caseRow = (id: string): Row => ({
  id,
  number: `FL-${id}`,
  status: 'OPEN',
  need: { rungs: ['FOSTER'], birthYear: 2014 },
  owner: { id: 'o9' },
});
const offerRow = (id: string): Row => ({ id, title: `Offer ${id}`, organisation: { id: `o${id}` } });
const organisationRow = (id: string): Row => ({
  id,
  name: `Organisation ${id}`,
  phone: '0320',
  teams: [{ id: `t${id}`, name: 'Duo' }],
});

const resolvers = {
  cases: {
    Query: {
      version: () => '1',
      case: (_: unknown, { id }: { id: string }) => {
        if (id === 'none') throw new HubError('NOT_FOUND');
        return caseRow(id);
      },
      cases: (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (__, i) => caseRow(String(i))),
    },
    Mutation: {
      note: (_: unknown, { caseId, text }: { caseId: string; text: string }) => ({ ...caseRow(caseId), note: text }),
      close: (_: unknown, { caseId }: { caseId: string }) => caseRow(caseId),
    },
    Case: { __resolveReference: ({ id }: { id: string }) => caseRow(id) },
  },
  capacity: {
    Query: { offer: (_: unknown, { id }: { id: string }) => offerRow(id), offers: () => ['1', '2'].map(offerRow) },
    Case: {
      options: ({ need }: { need?: { birthYear: number } }, { first }: { first: number }) =>
        need && {
          considered: need.birthYear,
          edges: Array.from({ length: first }, (_, i) => ({ rank: i + 1, node: offerRow(String(i + 1)) })),
        },
    },
    Organisation: {
      offers: ({ id }: { id: string }) => [offerRow(id.slice(1))],
      best: ({ id }: { id: string }) => offerRow(id.slice(1)),
    },
    Offer: { __resolveReference: ({ id }: { id: string }) => offerRow(id) },
  },
  people: {
    Query: {
      organisation: (_: unknown, { id }: { id: string }) => organisationRow(id),
      organisations: () => ['o1', 'o2'].map(organisationRow),
    },
    Organisation: { __resolveReference: ({ id }: { id: string }) => (id === 'gone' ? null : organisationRow(id)) },
  },
};

export function smallSchema(name: SubgraphName): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: parse(smallSdl[name]), resolvers: resolvers[name] });
}
