import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { roles } from '../../platform/identity/caller.js';
import { authenticate } from '../../gateway/authenticate/authenticate.js';
import { organisationByKey } from '../demonstration/organisations.js';
import { developmentIdentity, developmentToken } from './development-identity.js';
import { developmentKey } from './development-key.js';
import { readProvider, readTokenArguments } from './token-arguments.js';
import { tokenClaims } from './token-claims.js';

const asker = { language: 'nl', requestId: 'r', purpose: null } as const;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the development identity', () => {
  it.each(roles)('gives a token for %s that the gateway believes', async (role) => {
    const minted = await developmentToken(folder, tokenClaims(role), 60);
    const caller = await authenticate(await developmentIdentity(folder), `Bearer ${minted}`, asker);
    expect(caller.roles).toEqual([role]);
  });

  it('keeps one key, made by whoever asks first, also when all ask at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => developmentKey(join(folder, 'new'))));
    expect(new Set(keys.map(({ d }) => d)).size).toBe(1);
    expect(await readdir(join(folder, 'new', 'identity'))).toEqual(['signing-key.json']);
  });

  it('lets only its owner read the key', async () => {
    await developmentKey(folder);
    expect((await stat(join(folder, 'identity'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'identity', 'signing-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('gives away the public part only', async () => {
    await developmentKey(folder);
    const secret = (JSON.parse(await readFile(join(folder, 'identity', 'signing-key.json'), 'utf8')) as { d: string })
      .d;
    const { jwks } = await developmentIdentity(folder);
    expect(JSON.stringify(jwks)).not.toContain(secret);
    expect(jwks.keys[0]).toMatchObject({ kty: 'OKP', alg: 'EdDSA', use: 'sig' });
  });

  it('says which file to mend when the key is spoilt', async () => {
    await developmentKey(folder);
    await writeFile(join(folder, 'identity', 'signing-key.json'), 'spoilt');
    await expect(developmentKey(folder)).rejects.toThrow(/signing-key\.json cannot be read as a key/);
  });

  it('says so when the data folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(developmentKey(join(folder, 'file'))).rejects.toThrow(/choose another with DATA_DIR/);
  });
});

describe('the words behind npm run token', () => {
  it.each([
    ['care-broker', undefined, 'flevoland'],
    ['case-owner', 'lokale-toegang-almere', 'flevoland'],
    ['provider-planner', 'rietvink', undefined],
    ['provider-system', 'rietvink', undefined],
    ['analyst', undefined, 'flevoland'],
    ['operator', undefined, undefined],
  ])('give %s the first organisation and region that fit', (role, key, region) => {
    const { claims } = readTokenArguments(['--role', role]);
    expect(claims).toMatchObject({ roles: [role] });
    expect(claims.organisation).toBe(key === undefined ? undefined : organisationByKey(key).id);
    expect(claims.region).toBe(region);
  });

  it('choose organisation, region and lifetime', () => {
    const words = [
      '--role',
      'provider-system',
      '--organisation',
      'pleegbrug',
      '--region',
      'region-2',
      '--minutes',
      '5',
    ];
    const { claims, minutes } = readTokenArguments(words);
    expect(claims).toMatchObject({ organisation: organisationByKey('pleegbrug').id, region: 'region-2' });
    expect(minutes).toBe(5);
  });

  it.each([
    [[], /--role must be one of case-owner, care-broker/],
    [['--role', 'king'], /--role must be one of case-owner/],
    [['--role', 'care-broker', '--organisation', 'x'], /--organisation must be one of rietvink, .*aankoopcentrale/],
    [['--role', 'care-broker', '--region', 'x'], /--region must be/],
    [['--role', 'care-broker', '--minutes', '61'], /--minutes must be/],
  ])('list what is possible for %j', (words, message) => {
    expect(() => readTokenArguments(words)).toThrow(message);
  });

  it('of a command for providers name a provider', () => {
    expect(readProvider('pleegbrug').key).toBe('pleegbrug');
    expect(readProvider(undefined).key).toBe('rietvink');
    expect(() => readProvider('raad')).toThrow(/--organisation must be one of rietvink, .*warmeplek\.$/);
  });
});
