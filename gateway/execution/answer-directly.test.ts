import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ApolloServer, HeaderMap, type BaseContext } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError } from 'graphql';
import { answerDirectly, type Executor } from './answer-directly.js';

const apiSchema = buildSchema('type Query { name(a: Int): String, list: [Int!] }');

/** Apollo Server over an executor, and how often it was asked for itself and not through its plugin. */
async function serverOver(execute: Executor) {
  const { plugin, executor } = answerDirectly<BaseContext>(execute);
  const asked = { itself: 0 };
  const apollo = new ApolloServer({
    csrfPrevention: false,
    formatError: ({ extensions }) => ({ message: 'told', extensions: { code: extensions?.['code'] } }),
    plugins: [plugin],
    gateway: {
      onSchemaLoadOrUpdate(listener) {
        listener({ apiSchema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: () =>
        Promise.resolve({
          executor: (request) => {
            asked.itself += 1;
            return executor(request);
          },
        }),
      stop: () => Promise.resolve(),
    },
  });
  await apollo.start();
  return { asked, ask: () => ask(apollo) };
}

async function ask(apollo: ApolloServer) {
  const { status, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: { query: 'query Q($a: Int) { name(a: $a) list }', operationName: 'Q', variables: { a: 1 } },
    },
    context: () => Promise.resolve({ who: 'broker' }),
  });
  if (body.kind !== 'complete') throw new Error('an answer in parts');
  return { status, answer: JSON.parse(body.string) as unknown };
}

describe('an answer that is given directly', () => {
  it('is asked for once, with what the request holds, where nothing is wrong with it', async () => {
    const requests: unknown[] = [];
    const { asked, ask } = await serverOver(({ request, context, operationName }) => {
      requests.push({ operationName, context, ...request });
      return Promise.resolve({ data: { name: 'Almere', list: null } });
    });
    expect(await ask()).toEqual({ status: undefined, answer: { data: { name: 'Almere', list: null } } });
    expect(asked.itself).toBe(0);
    expect(requests).toMatchObject([
      { operationName: 'Q', context: { who: 'broker' }, query: expect.any(String), variables: { a: 1 } },
    ]);
  });

  it('has its errors told by Apollo Server, and is not asked for twice', async () => {
    let times = 0;
    const errors = [
      new GraphQLError('inside', { path: ['name'], extensions: { code: 'AWAY', http: { status: 503 } } }),
    ];
    const { ask } = await serverOver(() => {
      times += 1;
      return Promise.resolve({ data: { name: null, list: [1] }, errors });
    });
    expect(await ask()).toEqual({
      status: 503,
      answer: { errors: [{ message: 'told', extensions: { code: 'AWAY' } }], data: { name: null, list: [1] } },
    });
    expect(times).toBe(1);
  });

  it('is an error where the executor gave none', async () => {
    const { ask } = await serverOver(() =>
      Promise.reject(new GraphQLError('no', { extensions: { code: 'TOO_LARGE' } })),
    );
    expect((await ask()).answer).toEqual({ errors: [{ message: 'told', extensions: { code: 'TOO_LARGE' } }] });
  });

  it('is forgotten once it is sent', async () => {
    const items = 5_000;
    const { ask } = await serverOver(() =>
      Promise.resolve({ data: { name: 'Almere', list: Array.from({ length: items }, (_, index) => index) } }),
    );
    const askOften = async (times: number): Promise<number> => {
      for (let time = 0; time < times; time += 1) await ask();
      collectYoung();
      collectYoung();
      return oldBytes();
    };
    const before = await askOften(20);
    // an item takes four bytes or more
    expect((await askOften(100)) - before).toBeLessThan((100 * items * 4) / 2);
  });
});

/** Clears what is young and no longer in use, and moves to the old what is. */
function collectYoung(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  collect({ type: 'minor' });
}

function oldBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? NaN;
}
