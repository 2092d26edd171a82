import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readOperations } from '../../../gateway/registered/registered-operations.js';
import { freePort } from '../../../infra/postgres/embedded.js';
import { signatureHeaders } from '../../../platform/sending/webhook/signature.js';
import type { Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
const system: Actor = { role: 'provider-system', organisation: 'rietvink' };

describe('docs/events.md, followed to the letter', () => {
  let hub: TestHub;
  let page: string;
  let port: number;
  let secret: string;
  let receiver: ChildProcess;
  let printed = '';

  beforeAll(async () => {
    page = await readFile(join(root, 'docs/events.md'), 'utf8');
    port = await freePort();
    hub = await startTestHub({ environment: { WEBHOOK_LOOPBACK: 'on', OPERATIONS: 'registered' } });
  });

  afterAll(async () => {
    receiver.kill();
    await once(receiver, 'exit');
    await hub.close();
  });

  const blockWith = (words: string): string =>
    [...page.matchAll(/```sh\n([^]*?)```/g)].map(([, block]) => block ?? '').find((block) => block.includes(words)) ??
    '';

  async function shell(block: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
    const script = block.replaceAll(/(?<=[:=])8080\b/g, String(port));
    const env = { ...process.env, HUB: hub.url, TOKEN: await hub.token(system), ...environment };
    return (await run('bash', ['-ec', script], { cwd: root, env, timeout: 60_000 })).stdout;
  }

  async function untilPrinted(words: string): Promise<void> {
    for (let turn = 0; turn < 200 && !printed.includes(words); turn++) await wait(50);
    expect(printed).toContain(words);
  }

  it('names the operations by the hashes of their files', () => {
    const registered = new Map([...readOperations().values()].map(({ documentId, name }) => [documentId, name]));
    const listed = [...page.matchAll(/\| `(\w+)`\s*\| `(sha256:[0-9a-f]{64})`/g)];
    expect(listed.length).toBe(12);
    for (const [, name, id = ''] of listed) expect(registered.get(id)).toBe(name);
    for (const [id] of page.matchAll(/sha256:[0-9a-f]{64}/g)) expect(registered.has(id)).toBe(true);
  });

  it('reads on and subscribes with curl', async () => {
    expect(JSON.parse(await shell(blockWith('"from": "NOW"')))).toMatchObject({
      data: { changesSince: { edges: [], cursor: expect.any(String) } },
    });
    const told = await shell(`${blockWith('subscribe-')}\necho "$SECRET"`);
    const [answer = '', kept = ''] = told.split('\n');
    const { data } = JSON.parse(answer) as { data: { subscribeToEvents: { secret: string } } };
    ({ secret } = data.subscribeToEvents);
    expect(secret).toMatch(/^whsec_/);
    expect(kept).toBe(secret);
  });

  it('receives with the example, which believes the hub and nobody else', async () => {
    receiver = spawn(join(root, 'node_modules/.bin/node'), ['examples/receive-events.ts'], {
      cwd: root,
      env: { ...process.env, PORT: String(port), WEBHOOK_SECRET: secret },
    });
    receiver.stdout?.on('data', (chunk: Buffer) => (printed += String(chunk)));
    await untilPrinted('listening');
    await shell(blockWith('event-'));
    await untilPrinted('thuisbasis.capacity.reported');
    // the same figure again is a confirmation; sequence and moment count in seconds
    await wait(1_100);
    await shell(blockWith('event-').replace(/\$\(\(RANDOM.*?\)\)/, '7'));
    await wait(1_100);
    await shell(blockWith('event-').replace(/\$\(\(RANDOM.*?\)\)/, '7'));
    await untilPrinted('thuisbasis.capacity.confirmed');
    const forged = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'webhook-id': 'x', 'webhook-timestamp': String(Date.now() / 1_000), 'webhook-signature': 'v1,eA==' },
      body: '{}',
    });
    expect(forged.status).toBe(401);
  });

  it('does not receive without a secret, and says so in one line', async () => {
    const receive = blockWith('examples/receive-events.ts').replace(' &', '');
    const failed = shell(receive, { SECRET: '' }).then(
      String,
      (error: unknown) => (error as { stderr: string }).stderr,
    );
    expect(await failed).toMatch(/^Set WEBHOOK_SECRET .*\n$/);
  });

  it('lists the notices of a planner, and mails nobody where the hub sends no mail', async () => {
    const [notices = '', address = ''] = (await shell(blockWith('PLANNER='), { DATA_DIR: hub.dataFolder })).split('\n');
    expect(JSON.parse(notices)).toMatchObject({ data: { unreadNoticeCount: 0, notices: { edges: [] } } });
    expect(JSON.parse(address)).toMatchObject({ errors: [{ extensions: { code: 'MAIL_OFF' } }] });
  });

  it('checks a signature by hand', async () => {
    const body = '{"id":"x"}';
    const headers = signatureHeaders(secret, 'message', 1_795_348_800, body);
    const environment = { SECRET: secret, ID: 'message', SENT_AT: '1795348800', BODY: body };
    expect(`v1,${(await shell(blockWith('openssl'), environment)).trim()}`).toBe(headers['webhook-signature']);
  });
});
