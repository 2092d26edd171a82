import { gunzipSync } from 'node:zlib';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createLogger } from '../../platform/process/logger.js';
import { createHttp } from '../http/create-http.js';
import type { RouteTools } from '../routes/added-routes.js';
import { readPageFiles } from './page-files.js';
import { pagePolicy, pageRoutes } from './page-routes.js';

const script = 'console.log("een pagina");\n'.repeat(40);
let http: FastifyInstance;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thuisbasis-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Thuisbasis</title>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), script);
  writeFileSync(join(folder, 'assets', 'index-abc.js.map'), 'not for browsers');
  writeFileSync(join(folder, 'toegankelijkheid.html'), '<!doctype html><title>Toegankelijkheid</title>');
  writeFileSync(join(folder, 'secret.txt'), 'not for browsers');
  http = await createHttp({ logger: createLogger('gateway', 'silent') });
  pageRoutes(readPageFiles(pathToFileURL(`${folder}/`)))({ http } as RouteTools);
});
afterAll(() => http.close());

describe('the page', () => {
  it('is kept by nobody, and runs only what the hub itself serves', async () => {
    const { statusCode, headers, body } = await http.inject('/');
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(body).toContain('Thuisbasis');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
  });

  it('has parts that browsers keep, since their name changes with their content', async () => {
    const { headers, rawPayload } = await http.inject({
      url: '/assets/index-abc.js',
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    expect(gunzipSync(rawPayload).toString()).toBe(script);
    const plain = await http.inject('/assets/index-abc.js');
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, script]);
  });

  it.each([
    '/assets/index-abc.js.map',
    '/assets/secret.txt',
    '/assets/../secret.txt',
    '/assets/..%2Fsecret.txt',
    '/assets/%2e%2e/index.html',
    '/assets/',
    '/index.html',
    '/toegankelijkheid.html',
  ])('gives nothing else of the folder: %s', async (url) => {
    const answer = await http.inject(url);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'UNKNOWN_ADDRESS' } }] },
    ]);
  });

  it('says without a session how accessible it is, under the same policy', async () => {
    const { statusCode, headers, body } = await http.inject('/toegankelijkheid');
    expect([statusCode, body]).toEqual([200, '<!doctype html><title>Toegankelijkheid</title>']);
    expect(headers['content-security-policy']).toBe(pagePolicy);
  });

  it('gives the borders that a region gave for the map, or says that there are none', async () => {
    expect((await http.inject('/kaart/grenzen')).statusCode).toBe(204);
    const other = await createHttp({ logger: createLogger('gateway', 'silent') });
    const borders = { type: 'application/geo+json', bytes: Buffer.from('{}'), gzipped: null };
    pageRoutes(readPageFiles(pathToFileURL(`${folder}/`)), borders)({ http: other } as RouteTools);
    const { statusCode, headers, body } = await other.inject('/kaart/grenzen');
    expect([statusCode, headers['content-type'], headers['cache-control'], body]).toEqual([
      200,
      'application/geo+json',
      'no-store',
      '{}',
    ]);
    await other.close();
  });

  it.each(['/', '/assets/index-abc.js', '/kaart/grenzen', '/toegankelijkheid'])(
    'is read, never sent to: %s',
    async (url) => {
      expect((await http.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(405);
    },
  );

  it('is not there where none was built', async () => {
    const bare = await createHttp({ logger: createLogger('gateway', 'silent') });
    pageRoutes(readPageFiles(new URL('file:///nowhere/page/')))({ http: bare } as RouteTools);
    expect((await bare.inject('/')).statusCode).toBe(404);
    await bare.close();
  });
});
