import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { documentIdOf } from '../../../gateway/registered/registered-operations.js';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import type { Actor } from '../../actors.js';
import { partnerClient } from '../../builders/partners/partner-client.js';
import { operatorShell } from '../../builders/partners/partner-command.js';
import { startTestHub, type TestHub, type TestHubOptions } from '../../hub.js';

const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const environment = { CLIENT_MEMORY_MS: '0', OPERATIONS: 'registered' };
const forms: [string, TestHubOptions][] = [
  ['one process with its lane', { hasBulkLane: true, environment }],
  ['processes', { form: 'processes', environment }],
];

describe.each(forms)('a partner that is added, publishes and leaves, in %s', (_form, options) => {
  let hub: TestHub;
  let folder: string;
  let shell: Awaited<ReturnType<typeof operatorShell>>;
  let keyFile: string;
  let clientId: string;
  let publish: string;

  beforeAll(async () => {
    hub = await startTestHub(options);
    folder = await mkdtemp(join(tmpdir(), 'partner-'));
    shell = await operatorShell(hub);
    keyFile = join(folder, 'rietvink.jwk');
  });

  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  it('is registered by its key, and told how to publish', async () => {
    const { text, failed } = await shell(`npm run -s partner -- add rietvink --key-file ${keyFile}`);
    expect({ text, failed }).toMatchObject({ failed: false });
    clientId = /client id +(\S+)/.exec(text)?.[1] ?? '';
    publish = text.trim().split('\n').at(-1)?.trim() ?? '';
    expect(clientId).toMatch(/^rietvink-/);
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    const { d = '' } = JSON.parse(await readFile(keyFile, 'utf8')) as JWK;
    expect(text).not.toContain(d);
    expect((await shell('npm run -s partner -- list')).text).toContain(
      `${clientId}  Rietvink Jeugdhulp, provider-system`,
    );
  });

  it('publishes by the printed command, for its own organisation', async () => {
    expect(await shell(publish)).toMatchObject({
      failed: false,
      text: expect.stringContaining('ambulatory-1: ACCEPTED'),
    });
    expect(await shell(publish.replace(' --rehearse', ''))).toMatchObject({ failed: false });
    const { data } = await hub.query<{ offers: { edges: { node: { key: string; latestReport: unknown } }[] } }>(
      committedDocument('own-offers'),
      { first: 100 },
      planner,
    );
    const offer = data.offers.edges.find(({ node }) => node.key === 'ambulatory-1');
    expect(offer?.node.latestReport).toMatchObject({ method: 'MACHINE' });
  });

  it('publishes hundreds at once: who answers in bulk checks the proof again', async () => {
    if (options.hasBulkLane) while (hub.bulkLane().address() === null) await wait(20);
    const client = await partnerClient(hub.url, clientId, keyFile);
    const token = await client.token();
    const sent = await client.proofFor(token);
    const answer = await client.post(token, bulk(), sent);
    const { data } = (await answer.json()) as { data: { publishCapacity: { results: unknown[] } } };
    expect(data.publishCapacity.results).toHaveLength(60);
    expect((await client.post(token, bulk(), sent)).status).toBe(401);
  });

  it('does with a token what the token is for, and nothing else', async () => {
    const client = await partnerClient(hub.url, clientId, keyFile);
    const token = await client.token('registers/capacity/holds:read');
    const documentOf = (name: string) => ({ documentId: documentIdOf(committedDocument(name)) });
    expect((await client.post(token, { ...documentOf('holds'), variables: {} })).status).toBe(200);
    const refused = await client.post(token, { ...documentOf('own-offers'), variables: {} });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'REQUEST_DOES_NOT_MATCH_SCOPES', scope: 'registers/capacity/offers:read' } }] },
    ]);
  });

  it('is refused when it is revoked, with a token that still holds as well', async () => {
    const client = await partnerClient(hub.url, clientId, keyFile);
    const token = await client.token();
    expect((await client.post(token, {})).status).toBe(403);
    expect(await shell(`npm run -s partner -- revoke ${clientId}`)).toMatchObject({ failed: false });
    expect((await client.post(token, {})).status).toBe(401);
    expect(await shell(publish)).toMatchObject({ failed: true, text: expect.stringContaining('invalid_client') });
    expect((await shell('npm run -s partner -- list')).text).toMatch(new RegExp(`${clientId} .*revoked`));
  });

  it.each([
    ['add nobody', 'No organisation has this key'],
    ['add rietvink --role operator', '--role must be provider-system or analyst'],
    ['revoke nobody', 'There is no such client'],
    ['invite rietvink', 'Say what to do'],
  ])('cannot come in by %s', async (words, sentence) => {
    expect(await shell(`npm run -s partner -- ${words}`)).toMatchObject({
      failed: true,
      text: expect.stringContaining(sentence),
    });
  });

  it('may bring a public key of its own, and no private one', async () => {
    const refused = await shell(`npm run -s partner -- add rietvink --public-key ${keyFile}`);
    expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('holds a private key') });
    const { kty, crv, x, y, kid } = JSON.parse(await readFile(keyFile, 'utf8')) as JWK;
    const open = { kty, crv, x, y, kid };
    const added = await shell(
      `echo '${JSON.stringify(open)}' > ${keyFile}.pub && npm run -s partner -- add rietvink --public-key ${keyFile}.pub`,
    );
    expect(added).toMatchObject({ failed: false });
    const client = await partnerClient(hub.url, /client id +(\S+)/.exec(added.text)?.[1] ?? '', keyFile);
    expect((await client.post(await client.token(), {})).status).toBe(403);
  });
});

/** More figures than the door answers itself. */
function bulk(): object {
  const reports = Array.from({ length: 60 }, (_, index) => ({
    offerKey: `onbekend-${index}`,
    sequence: 1,
    status: 'NO_CAPACITY',
    available: 0,
    maximum: 4,
    unit: 'PLACE',
    note: 'x'.repeat(400),
  }));
  const input = { idempotencyKey: randomUUID(), asOf: new Date().toISOString(), reports };
  return { documentId: documentIdOf(committedDocument('publish-capacity')), variables: { input } };
}
