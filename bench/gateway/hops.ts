import { parse } from 'graphql';
import { composeServices } from '@apollo/composition';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external"])`;

/** Three subgraphs, in words that Federation 1 understands as well, and a question over three hops: a case, its fifty offers, who gives them with their teams. */
export const sdl: Readonly<Record<string, string>> = {
  cases: `type Query { case(id: ID!): Case }  type Case @key(fields: "id") { id: ID! number: String! need: Need }
    type Need { rungs: [String!]! birthYear: Int! municipality: String! }`,
  capacity: `extend type Case @key(fields: "id") { id: ID! @external options(first: Int!): [Option!] }
    type Option { rank: Int! distanceKm: Float reason: String offer: Offer! }
    type Offer @key(fields: "id") { id: ID! title: String! rung: Rung! free: Int from: String isOpen: Boolean! provider: Provider }
    enum Rung { HOME DAY FOSTER FAMILY_HOME RESIDENTIAL }
    extend type Provider @key(fields: "id") { id: ID! @external }`,
  people: `extend type Query { provider(id: ID!): Provider }
    type Provider @key(fields: "id") { id: ID! name: String! phone: String mail: String teams: [Team!] }
    type Team @key(fields: "id") { id: ID! name: String! members: Int! languages: [String!]! }`,
};

export const question = `query Options($id: ID!) { case(id: $id) { number need { rungs birthYear municipality }
  options(first: 50) { rank distanceKm reason offer { id title rung free from isOpen
    provider { name phone mail teams { name members languages } } } } } }`;

export const variables = { id: '1' };

export function supergraphAt(origin: string): string {
  const services = Object.entries(sdl).map(([name, text]) => ({
    name,
    url: `${origin}/${name}`,
    typeDefs: parse(`${link} ${text}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

interface Asked {
  readonly variables?: { readonly representations?: readonly { readonly id: string }[] };
}

/** The whole answer of a subgraph to the fetches of the question, from memory. */
export function answerOf(subgraph: string, { variables: { representations = [] } = {} }: Asked): unknown {
  if (subgraph === 'cases') return { data: { case: { __typename: 'Case', id: '1', number: 'FL-26-0042', need } } };
  const entity = subgraph === 'capacity' ? caseWithOptions : provider;
  return { data: { _entities: representations.map(({ id }) => entity(id)) } };
}

/** What the question is answered with, put together without a gateway. */
export function wholeAnswer(): Record<string, unknown> {
  const options = Array.from({ length: 50 }, (_, index) => {
    const { provider: told, ...rest } = offer(index);
    return { ...optionWithoutOffer(index), offer: { ...rest, provider: provider(told.id) } };
  });
  return { case: { number: 'FL-26-0042', need, options } };
}

const need = { rungs: ['HOME', 'FOSTER', 'FAMILY_HOME'], birthYear: 2014, municipality: '0995' };
const rungs = ['HOME', 'DAY', 'FOSTER', 'FAMILY_HOME', 'RESIDENTIAL'];

function caseWithOptions(): unknown {
  return {
    options: Array.from({ length: 50 }, (_, index) => ({ ...optionWithoutOffer(index), offer: offer(index) })),
  };
}

function optionWithoutOffer(index: number) {
  return { rank: index + 1, distanceKm: 3.5 + index, reason: `Na nummer ${index}: verder van huis.` };
}

function offer(index: number) {
  return {
    id: `offer-${index}`,
    title: `Opvoedondersteuning thuis en op school, groep ${index}`,
    rung: rungs[index % rungs.length],
    free: index % 7,
    from: index % 3 === 0 ? null : '2026-12-01',
    isOpen: index % 2 === 0,
    provider: { __typename: 'Provider', id: `provider-${index}` },
  };
}

function provider(id: string): unknown {
  const team = (index: number) => ({
    name: `Team ${index} van ${id}`,
    members: 4 + index,
    languages: ['nl', 'en', 'ar', 'pl'].slice(0, 1 + (index % 4)),
  });
  return {
    name: `De Vlonder Jeugd en Gezin ${id}`,
    phone: '+31320000100',
    mail: `aanmelden@${id}.example`,
    teams: [team(1), team(2), team(3)],
  };
}
