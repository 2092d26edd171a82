import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { audience, issuer, jwks, token } from '../../gateway/testing/identity.js';
import { committedDocument } from '../../gateway/registered/registered-operations.js';
import { startIdentityProvider, type TestIdentityProvider } from '../../gateway/testing/identity-provider.js';
import { bareDatabase, databaseSecrets } from '../../test/database.js';
import { freePort } from '../postgres/embedded.js';
import { makeSecrets } from './make-secrets.js';

// The parts of infra/compose.yaml, each with its command and its variables as they stand there, as processes of this machine: what
// another machine would be by its name is a port here.

interface Service {
  readonly command?: readonly string[];
  readonly env_file?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const need = { municipalityCode: '0995', birthYear: 2014, rungs: ['FOSTER'] };

/** A question for each subgraph, as it is registered: a gateway of its own takes no other. */
const questions = [
  ['cases', {}],
  ['options-for-a-need', { need }],
  ['networks', {}],
] as const;

describe('the parts of a hub that are deployed one by one', () => {
  const children = new Map<string, ChildProcess>();
  const ports = new Map<string, number>();
  let secrets: string;
  let database: Awaited<ReturnType<typeof bareDatabase>>;
  let provider: TestIdentityProvider;
  let url: string;

  beforeAll(async () => {
    database = await bareDatabase();
    secrets = await mkdtemp(join(tmpdir(), 'thuisbasis-secrets-'));
    await writeFile(join(secrets, 'database-secrets.json'), JSON.stringify(databaseSecrets()));
    await makeSecrets(secrets, database.url);
    await writeFile(join(secrets, 'jwks.json'), JSON.stringify(jwks));
    provider = await startIdentityProvider({
      client_id: 'thuisbasis',
      client_secret: 'x',
      redirect_uris: ['http://127.0.0.1/inloggen/terug'],
    });
    const text = await readFile(join(root, 'infra/compose.yaml'), 'utf8');
    const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
    for (const name of Object.keys(services)) ports.set(name, await freePort());
    url = `http://127.0.0.1:${ports.get('gateway')}`;
    expect(await start('migrate', services['migrate'] ?? {})).toBe(0);
    const parts = Object.entries(services).filter(([name]) => name !== 'migrate' && name !== 'database');
    const ended = await Promise.all(parts.map(([name, service]) => start(name, service)));
    expect(ended).toEqual(ended.map(() => null));
  });

  afterAll(async () => {
    const gone = [...children.values()].filter(({ exitCode }) => exitCode === null).map((child) => once(child, 'exit'));
    for (const child of children.values()) child.kill('SIGTERM');
    await Promise.all(gone);
    await provider.stop();
    await database.drop();
    await rm(secrets, { recursive: true });
  });

  /** Starts a part and waits until it says that it is ready, or until it ends: then gives with which code. */
  async function start(
    name: string,
    { command = [], env_file: file, environment = {} }: Service,
  ): Promise<number | null> {
    const [program = '', ...args] = command.slice(1);
    const env = { PATH: process.env['PATH'], ...(file && (await variablesOf(file))), ...here(name, environment) };
    const child = spawn(process.execPath, [join(root, program), ...args], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.set(name, child);
    const ready = once(child, 'message').then(() => null);
    const ended = once(child, 'exit').then(([code]) => code as number);
    return Promise.race([ready, ended]);
  }

  async function variablesOf(file: string): Promise<Record<string, string>> {
    const text = await readFile(join(secrets, file.replace('../secrets/', '')), 'utf8');
    const lines = text.split('\n').filter(Boolean);
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
  }

  /** What is written for containers, as it is on one machine. */
  function here(name: string, environment: Readonly<Record<string, string>>): Record<string, string> {
    const told: Readonly<Record<string, string>> = {
      PUBLIC_URL: url,
      OIDC_ISSUER: provider.issuer.href,
      OIDC_CLIENT_ID: 'thuisbasis',
      OIDC_CLIENT_SECRET: 'x',
      TOKEN_ISSUER: issuer,
      TOKEN_AUDIENCE: audience,
    };
    const entries = Object.entries(environment).map(([key, value]) => {
      const text = value
        .replace(/\$\{(\w+):[?-]\}/, (_all, wanted: string) => told[wanted] ?? '')
        .replace(/^http:\/\/([a-z-]+):\d+$/, (_all, host: string) => `http://127.0.0.1:${ports.get(host)}`)
        .replace(/^0\.0\.0\.0$/, '127.0.0.1')
        .replace(/^\/secrets\//, `${secrets}/identity/`)
        .replace(/^\/secrets$/, secrets);
      return [key, text] as const;
    });
    const keys =
      'TOKEN_KEYS_URL' in environment ? { TOKEN_KEYS_URL: '', TOKEN_KEYS_FILE: join(secrets, 'jwks.json') } : {};
    return {
      ...Object.fromEntries(entries),
      ...keys,
      PORT: String(ports.get(name)),
      METRICS_PORT: '0',
      LOG_LEVEL: 'error',
    };
  }

  it.each(questions)('answer %s together', async (name, variables) => {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: committedDocument(name), variables });
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as { data: object; errors?: unknown };
    expect([response.status, errors]).toEqual([200, undefined]);
    for (const answer of Object.values(data)) expect(answer).toMatchObject({ edges: [] });
  });

  it('give nothing to whoever reaches a subgraph by itself', async () => {
    for (const name of ['cases', 'capacity', 'people']) {
      const response = await fetch(`http://127.0.0.1:${ports.get(name)}/graphql`, { method: 'POST', body: '{}' });
      expect(response.status).toBe(401);
    }
  });
});
