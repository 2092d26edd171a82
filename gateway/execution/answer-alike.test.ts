import { ApolloServer, HeaderMap, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, execute, GraphQLError } from 'graphql';
import { answerDirectly, type Executor } from './answer-directly.js';

const schema = buildSchema(`
  interface Place { name: String! }
  type House implements Place { name: String! rooms: Int }
  type Farm implements Place { name: String! fields: [Int!] }
  input Wish { rooms: Int = 2 }
  type Query {
    name(of: Int): String
    list(wish: Wish): [Int!]
    must: String!
    within: Within
    places: [Place!]!
    late: String
  }
  type Within { must: String! name: String }
  type Mutation { add(number: Int!): Int }
`);

const fails = (code: string, http?: object) => (): never => {
  throw new GraphQLError('inside', { extensions: { code, ...(http && { http }) } });
};

const rootValue = {
  name: ({ of = 1 }) => (of === 0 ? null : `Almere ${of}`),
  list: ({ wish }: { wish?: { rooms: number } }) => [1, wish?.rooms ?? 0],
  must: fails('AWAY', { status: 503, headers: new Map([['retry-after', '1']]) }),
  within: { must: () => null, name: fails('AWAY') },
  places: [
    { __typename: 'House', name: 'een', rooms: 3 },
    { __typename: 'Farm', name: 'twee', fields: fails('NOT_FOUND') },
  ],
  late: async () => Promise.reject(new Error('no code')),
  add: ({ number }: { number: number }) => (number > 9 ? fails('TOO_LARGE')() : number + 1),
};

const executor: Executor = async ({ document, request, operationName }) => {
  if (request.extensions) throw new GraphQLError('no', { extensions: { code: 'REFUSED', http: { status: 413 } } });
  const variableValues = request.variables ?? {};
  return (await execute({ schema, document, rootValue, operationName, variableValues })) as Awaited<
    ReturnType<Executor>
  >;
};

async function serverOf(plugins: ApolloServerPlugin[], run: Executor): Promise<ApolloServer> {
  const apollo = new ApolloServer({
    csrfPrevention: false,
    introspection: true,
    formatError: ({ path, extensions }) => ({ message: 'told', ...(path && { path }), extensions: { ...extensions } }),
    plugins,
    gateway: {
      onSchemaLoadOrUpdate(listener) {
        listener({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: () => Promise.resolve({ executor: run }),
      stop: () => Promise.resolve(),
    },
  });
  await apollo.start();
  return apollo;
}

type Body = Readonly<Record<string, unknown>>;

async function ask(apollo: ApolloServer, body: Body): Promise<object> {
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body,
    },
    context: () => Promise.resolve({}),
  });
  if (answer.body.kind !== 'complete') throw new Error('an answer in parts');
  return { status: answer.status, headers: [...answer.headers], text: answer.body.string };
}

const operations: readonly (readonly [string, Body, string])[] = [
  ['data', { query: '{ name list }' }, '"name":"Almere 1"'],
  ['nothing', { query: '{ name(of: 0) }' }, '{"data":{"name":null}}'],
  ['aliases', { query: '{ one: name(of: 1) two: name(of: 2) one: name(of: 1) }' }, '"two":"Almere 2"'],
  ['the order that was asked', { query: '{ list name __typename }' }, '{"data":{"list":[1,0],"name"'],
  [
    'fragments',
    { query: '{ ...F within { ...W } } fragment F on Query { name } fragment W on Within { name }' },
    'told',
  ],
  ['types', { query: '{ places { __typename name ... on House { rooms } ... on Farm { name } } }' }, '"rooms":3'],
  ['a part that failed', { query: '{ places { name ... on Farm { fields } } name }' }, 'NOT_FOUND'],
  ['a part that must be there', { query: '{ within { must } name }' }, '"within":null'],
  ['nothing but an error', { query: '{ name must }' }, '"data":null'],
  ['several errors', { query: '{ within { must name } late }' }, 'INTERNAL_SERVER_ERROR'],
  [
    'what is skipped',
    { query: 'query($a: Boolean!) { name @skip(if: $a) list @include(if: $a) }', variables: { a: true } },
    '{"data":{"list":[1,0]}}',
  ],
  ['defaults', { query: 'query($w: Wish = {}) { list(wish: $w) }' }, '[1,2]'],
  ['one operation of two', { query: 'query A { name } query B { list }', operationName: 'B' }, '"list"'],
  ['none of two', { query: 'query A { name } query B { list }' }, 'told'],
  ['a mutation', { query: 'mutation { a: add(number: 1) b: add(number: 2) }' }, '{"data":{"a":2,"b":3}}'],
  ['a mutation of which a part failed', { query: 'mutation { a: add(number: 1) b: add(number: 10) }' }, 'TOO_LARGE'],
  ['the schema', { query: '{ __type(name: "House") { fields { name } } }' }, '"rooms"'],
  ['a variable that is missing', { query: 'mutation($n: Int!) { add(number: $n) }' }, 'told'],
  ['a field that is not there', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['@defer', { query: '{ name ... @defer { list } }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['no document', { query: '{ name' }, 'GRAPHQL_PARSE_FAILED'],
  ['an operation that is refused', { query: '{ name }', extensions: { a: 1 } }, 'REFUSED'],
];

describe('an answer that is given directly', () => {
  let direct: ApolloServer;
  let byItself: ApolloServer;
  const asked = { directly: 0 };

  beforeAll(async () => {
    const answers = answerDirectly<BaseContext>((request) => {
      asked.directly += 1;
      return executor(request);
    });
    direct = await serverOf([answers.plugin], answers.executor);
    byItself = await serverOf([], executor);
  });
  afterAll(() => Promise.all([direct.stop(), byItself.stop()]));

  it.each(operations)('is the one that Apollo Server gives by itself: %s', async (_what, body, part) => {
    const before = asked.directly;
    const answer = await ask(direct, body);
    expect(answer).toEqual(await ask(byItself, body));
    expect(JSON.stringify(answer).replaceAll('\\"', '"')).toContain(part);
    expect(asked.directly - before).toBeLessThanOrEqual(1);
  });
});
