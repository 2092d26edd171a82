import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import type { SubgraphName } from '../../../infra/subgraphs.js';
import { broker } from '../../actors.js';
import { caseIdOf, startTestHub, type HubAnswer, type TestHub } from '../../hub.js';

interface Answer {
  case: {
    number: string;
    need: object | null;
    options: { edges: { node: { title: string; organisation: { id: string; name: string | null } | null } }[] } | null;
  } | null;
}

/** The gateway waits 1.5 s for a subgraph; the rest is this machine's. */
const answerWithinMs = 1_500 + 500;
const backWithinMs = 20_000;

describe('while one subgraph is lost, a care broker gets what the others know', () => {
  let hub: TestHub;
  let caseId: string;

  const find = (): Promise<HubAnswer<Answer>> =>
    hub.query<Answer>(committedDocument('find-options'), { caseId }, broker);

  const failures = ({ errors }: HubAnswer<Answer>): unknown[] =>
    errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code'], extensions?.['subgraph']]);

  async function untilWhole(): Promise<void> {
    const deadline = performance.now() + backWithinMs;
    while ((await find()).errors.length > 0) {
      if (performance.now() > deadline) throw new Error('the subgraph did not come back');
      await wait(200);
    }
  }

  function signal(subgraph: SubgraphName, name: NodeJS.Signals): void {
    const pid = hub.processes()[subgraph].pid();
    if (pid === undefined) throw new Error(`${subgraph} does not run`);
    process.kill(pid, name);
  }

  async function findWithout(subgraph: SubgraphName): Promise<HubAnswer<Answer>> {
    signal(subgraph, 'SIGKILL');
    const start = performance.now();
    const answer = await find();
    expect(performance.now() - start).toBeLessThan(answerWithinMs);
    expect(answer.status).toBe(200);
    return answer;
  }

  beforeAll(async () => {
    hub = await startTestHub({ form: 'processes', limits: 'real' });
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });

  afterAll(() => hub.close());

  it('without people: the options, not who gives them', async () => {
    const answer = await findWithout('people');
    const edges = answer.data.case?.options?.edges ?? [];
    expect(edges.length).toBe(10);
    for (const { node } of edges) {
      expect(node.title).not.toBe('');
      expect(node.organisation).toMatchObject({ id: expect.any(String), name: null });
    }
    expect(failures(answer)[0]).toEqual([
      'case.options.edges.0.node.organisation.name',
      'SUBGRAPH_UNAVAILABLE',
      'people',
    ]);
    await untilWhole();
  });

  it('without capacity: the case and its need, no options', async () => {
    const answer = await findWithout('capacity');
    expect(answer.data.case).toMatchObject({ number: 'FL-26-0042', need: expect.anything() as object, options: null });
    expect(failures(answer)).toEqual([['case.options', 'SUBGRAPH_UNAVAILABLE', 'capacity']]);
    await untilWhole();
  });

  it('without cases: no case, and why', async () => {
    const answer = await findWithout('cases');
    expect(answer.data).toEqual({ case: null });
    expect(failures(answer)).toEqual([['case', 'SUBGRAPH_UNAVAILABLE', 'cases']]);
    await untilWhole();
  });

  it('while people hangs: the options, in the time that a subgraph has', async () => {
    signal('people', 'SIGSTOP');
    try {
      const start = performance.now();
      const answer = await find();
      expect(performance.now() - start).toBeLessThan(answerWithinMs);
      expect(answer.data.case?.options?.edges.length).toBe(10);
      expect(failures(answer)[0]).toEqual([expect.any(String), 'SUBGRAPH_TIMEOUT', 'people']);
    } finally {
      signal('people', 'SIGCONT');
    }
    await untilWhole();
  });
});
