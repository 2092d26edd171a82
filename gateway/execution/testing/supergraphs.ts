import { Kind, parse } from 'graphql';
import { compose } from './compose.js';
import type { WorldTerms } from './world.js';

/** Subgraphs that make a supergraph together, by their names. */
export interface TestSupergraph {
  readonly name: string;
  readonly sdl: Readonly<Record<string, string>>;
  readonly supergraph: string;
  readonly world: WorldTerms;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key" "@external" "@requires" "@provides" "@shareable" "@override" "@inaccessible" "@interfaceObject"
])`;

function supergraphOf(
  name: string,
  sdl: Readonly<Record<string, string>>,
  concrete: WorldTerms['concrete'] = {},
): TestSupergraph {
  const linked = Object.fromEntries(Object.entries(sdl).map(([subgraph, text]) => [subgraph, `${link}\n${text}`]));
  const supergraph = compose(linked);
  return { name, sdl: linked, supergraph, world: { keyed: keyedTypes(supergraph), concrete } };
}

/** The types of a supergraph that have a key. */
export function keyedTypes(supergraph: string): ReadonlySet<string> {
  const keyed = parse(supergraph).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const joins = definition.directives?.filter(({ name }) => name.value === 'join__type') ?? [];
    const hasKey = joins.some((join) => join.arguments?.some(({ name }) => name.value === 'key'));
    return hasKey ? [definition.name.value] : [];
  });
  return new Set(keyed);
}

/** Entities with two keys, `@requires` deep inside, `@provides`, `@override`, `@shareable`, unions, lists of lists, mutations in two subgraphs. */
export const shop = supergraphOf('a shop', {
  catalog: `
    type Query { product(id: ID): Product  products(first: Int = 3): [Product!]  found(text: String): [Found]  shelves: [[Product]!]
      node(id: ID): Node  nodes: [Node!]!  makers: [Maker]  "Never null." version: String! }
    type Mutation { count: Int  rename(id: ID, title: String = "new"): Product  discard(id: ID): Discarded! }
    scalar Json
    enum Kind { TOY TOOL }
    interface Node { id: ID! }
    union Found = Product | Maker | Note
    type Product implements Node @key(fields: "id") @key(fields: "sku") {
      id: ID!  sku: String!  title: String! @shareable  kind: Kind  weight: Float  meta: Json  tags: [String!]  grid: [[Int!]!]
      dims: Dims  boxes: [Box!]  parts: [[Part]]  maker: Maker!  others: [Product]  rating: Int  secret: String @inaccessible }
    type Discarded { query: Query!  product: Product!  at: Json }
    type Dims { width: Int!  box: Box }
    type Box @shareable { depth: Int!  label: String }
    type Part { name: String!  count: Int  product: Product }
    type Maker implements Node @key(fields: "id") { id: ID!  name: String!  best: Product }
    type Note { text: String!  about: Product  on: Found }`,
  stock: `
    type Query { popular: [Product!] @provides(fields: "title")  warehouse(id: ID): Warehouse }
    type Mutation { restock(id: ID, amount: Int!): Product  move(id: ID): Warehouse }
    scalar Json
    type Product @key(fields: "sku") {
      sku: String!  title: String! @external  weight: Float @external  meta: Json @external  dims: Dims @external  boxes: [Box!] @external
      amount: Int!  isThere: Boolean  at: [Warehouse!]
      shipping: String @requires(fields: "weight dims { width box { depth label } }")
      packing: [String!] @requires(fields: "boxes { depth } meta") }
    type Dims @external { width: Int!  box: Box }
    type Box @shareable { depth: Int!  label: String }
    type Warehouse @key(fields: "id") { id: ID!  city: String!  holds: [Product]  manager: Person }
    type Person @key(fields: "id") { id: ID! }`,
  people: `
    type Query { person(id: ID): Person  latest: [Review!]! }
    enum Kind { TOY TOOL }
    type Person @key(fields: "id") { id: ID!  name: String!  likes(kind: Kind, first: Int = 2): [Product!]  reviews: [Review!]!  friend: Person }
    type Review @key(fields: "id") { id: ID!  text: String!  stars: Int!  of: Product  by: Person! }
    type Product @key(fields: "id") { id: ID!  rating: Int @override(from: "catalog")  reviews(first: Int = 2): [Review] }
    type Maker @key(fields: "id") { id: ID!  name: String! @external  staff: [Person!]  motto: String @requires(fields: "name")  constructor: String }`,
});

/** An interface with a key, one subgraph that knows it as an object, fields by way of each type, `@requires` on the interface. */
export const library = supergraphOf(
  'a library',
  {
    titles: `
    type Query { motto: String  media(id: ID): Media  all: [Media!]  book(id: ID): Book  works: [[Work!]] }
    type Mutation { count: Int  lend(id: ID): Media }
    interface Media @key(fields: "id") { id: ID!  title: String!  pages: Int }
    type Book implements Media @key(fields: "id") { id: ID!  title: String!  pages: Int  author: Author }
    type Film implements Media @key(fields: "id") { id: ID!  title: String!  pages: Int  minutes: Int!  cast: [Author!] }
    type Game implements Media @key(fields: "id") { id: ID!  title: String!  pages: Int  sequel: Media }
    union Work = Book | Film
    type Author @key(fields: "id") { id: ID!  name: String! }`,
    opinions: `
    type Query { best: Media  recent: [Opinion!] }
    type Mutation { judge(id: ID, stars: Int): Opinion }
    type Media @key(fields: "id") @interfaceObject { id: ID!  title: String! @external
      opinions(first: Int = 2): [Opinion!]  score: Float!  slogan: String @requires(fields: "title") }
    type Opinion { stars: Int!  of: Media!  text: String }
    type Author @key(fields: "id") { id: ID!  praise: [Opinion] }`,
    scores: `
    type Query { ranked: [Ranked!]!  top: Ranked }
    interface Ranked { id: ID! }
    type Book implements Ranked @key(fields: "id") { id: ID!  rank: Int! @shareable  shelf: Shelf }
    type Film implements Ranked @key(fields: "id") { id: ID!  rank: Int  shelf: Shelf! @shareable }
    type Game implements Ranked @key(fields: "id") { id: ID!  rank: Int  shelf: Shelf }
    type Shelf @shareable { room: String!  row: Int  next: Shelf }`,
    ranks: `
    type Query { atlas(id: ID): Atlas }
    interface Ranked { id: ID!  rank: Int  shelf: Shelf }
    type Book @key(fields: "id") { id: ID!  rank: Int @shareable }
    type Film @key(fields: "id") { id: ID!  shelf: Shelf @shareable }
    type Atlas implements Ranked @key(fields: "id") { id: ID!  rank: Int  shelf: Shelf }
    type Shelf @shareable { room: String!  row: Int  next: Shelf }`,
  },
  { Ranked: ['Book', 'Film', 'Game'], Media: ['Book', 'Film', 'Game'] },
);

/** Root types of other names, a way back to the root, values that two subgraphs share, a key within a key. */
export const city = supergraphOf('a city', {
  streets: `
    schema { query: Root mutation: Change }
    type Root { edition: Int  street(id: ID): Street  streets: [Street!]! @shareable }
    type Change { count: Int  pave(id: ID): Paved!  close(id: ID): Street }
    type Paved { street: Street!  costs: Money @shareable }
    type Money @shareable { amount: Float!  currency: String }
    type Street @key(fields: "id town { id }") { id: ID!  town: Town!  name: String  length: Float!  crosses: [Street] }
    type Town @key(fields: "id") { id: ID!  streets: [Street!] }`,
  towns: `
    schema { query: Top mutation: Act }
    type Top { town(id: ID): Town!  version: String  streets: [Street!]! @shareable }
    type Act { tax(id: ID, by: Float): Town }
    type Town @key(fields: "id") { id: ID!  name: String!  mayor: String  debts: [[Money!]!]  toString: String }
    type Money @shareable { amount: Float!  currency: String }
    type Street @key(fields: "id town { id }") { id: ID!  town: Town! @shareable  trees: Int  lights: [Light!]! }
    type Light { watts: Int!  isOn: Boolean!  hangs: Street }`,
});

export const testSupergraphs: readonly TestSupergraph[] = [shop, library, city];
