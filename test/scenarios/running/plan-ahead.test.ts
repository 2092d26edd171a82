import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument, readOperations } from '../../../gateway/registered/registered-operations.js';
import { registry } from '../../../platform/telemetry/metrics.js';
import { broker } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const withinMs = 60_000;
const registered = readOperations().size;

describe('a hub that plans ahead', () => {
  let hub: TestHub;
  let caseId: string;

  beforeAll(async () => {
    hub = await startTestHub({ environment: { PLAN_AHEAD: 'on' } });
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });

  afterAll(() => hub.close());

  async function counted(name: string): Promise<number> {
    const { values = [] } = (await registry.getSingleMetric(`thuisbasis_${name}`)?.get()) ?? {};
    return values.reduce((sum, { value }) => sum + value, 0);
  }

  it('has a plan for every registered operation before anybody asks it, and makes none when somebody does', async () => {
    // the operation that found the case is one more
    const all = registered + 1;
    await soon(async () => ((await counted('plans_made')) >= all ? true : undefined), withinMs);
    expect(await counted('executions_kept')).toBe(all);

    const document = committedDocument('find-options');
    const { errors } = await hub.query(document, { caseId, first: 3, after: null }, broker);
    expect(errors).toEqual([]);
    expect(await counted('plans_made')).toBe(all);
    expect(await counted('executions')).toBe(2);
  });
});
