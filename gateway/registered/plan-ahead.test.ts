import { afterEach, expect, it } from '@jest/globals';
import { registry } from '../../platform/telemetry/metrics.js';
import { soon } from '../../test/builders/soon.js';
import { capturedLog } from '../testing/captured-log.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { documentIdOf, type RegisteredOperation } from './registered-operations.js';

let gateway: TestGateway;
afterEach(() => gateway.close());

function registered(name: string, fields: string): readonly [string, RegisteredOperation] {
  const document = `query ${name} { ${fields} }`;
  const documentId = documentIdOf(document);
  return [
    documentId,
    { name, kind: 'query', description: 'A question.', documentId, document, roles: ['care-broker'] },
  ];
}

async function counted(name: string): Promise<number> {
  const { values = [] } = (await registry.getSingleMetric(`thuisbasis_${name}`)?.get()) ?? {};
  return values.reduce((sum, { value }) => sum + value, 0);
}

it('says which operation cannot be planned, counts it, and goes on with the next', async () => {
  const log = capturedLog();
  const operations = new Map([registered('NoSuchField', 'nothing { like this }'), registered('Version', 'version')]);
  gateway = await openTestGateway({ logger: log.logger, registered: operations, plansAhead: true });
  await soon(async () => ((await counted('plans_made')) === 1 ? true : undefined));
  expect(await counted('plans_ahead_failed_total')).toBe(1);
  const lines = log
    .text()
    .split('\n')
    .filter((line) => line.includes('cannot be planned'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, operation: 'NoSuchField' });
  expect(lines[0]).not.toContain('nothing');
});
