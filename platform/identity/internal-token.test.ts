import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { HubError } from '../errors/errors.js';
import type { Caller } from './caller.js';
import { bodyHash, ownKey, signInternalToken, verifyInternalToken } from './internal-token.js';

const caller: Caller = {
  subject: 'broker-1',
  roles: ['care-broker'],
  organisationId: '20000000-0000-4000-8000-000000000001',
  region: 'flevoland',
  language: 'en',
  requestId: 'request-1',
  accessPoint: 'page',
  scopes: ['registers/capacity/offers:read'],
  secondFactorAt: new Date('2026-11-28T09:00:00.000Z'),
  isLive: true,
  purpose: 'FIND_CARE',
  operation: { name: 'FindOptions', hash: 'a1' },
};
const body = '{"query":"{ offers { edges { cursor } } }"}';
let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
let others: { publicKey: CryptoKey; privateKey: CryptoKey };

beforeAll(async () => {
  keys = await generateKeyPair('EdDSA');
  others = await generateKeyPair('EdDSA');
});

const claims = () => ({ roles: ['care-broker'], apt: 'page', pur: 'FIND_CARE', bh: bodyHash(body) });
const token = (typ = 'hub+jwt') =>
  new SignJWT(claims()).setProtectedHeader({ alg: 'EdDSA', typ }).setIssuer('thuisbasis-gateway').setAudience('cases');

describe("the gateway's word about who is asking", () => {
  it('reaches the subgraph whole', async () => {
    const signed = await signInternalToken(keys.privateKey, 'cases', caller, body);
    expect(await verifyInternalToken(keys.publicKey, 'cases', `Bearer ${signed}`, body)).toEqual(caller);
  });

  it('reaches it within one process, signed with the key of that process alone', async () => {
    const key = await ownKey();
    const signed = await signInternalToken(key, 'cases', caller, body);
    expect(await verifyInternalToken(key, 'cases', `Bearer ${signed}`, body)).toEqual(caller);
    await expect(verifyInternalToken(await ownKey(), 'cases', `Bearer ${signed}`, body)).rejects.toThrow(HubError);
  });

  it('holds by the kind of its key only, whatever the token says', async () => {
    const [own, { publicKey, privateKey }] = [await ownKey(), keys];
    const pair = await signInternalToken(privateKey, 'cases', caller, body);
    const secret = await signInternalToken(own, 'cases', caller, body);
    await expect(verifyInternalToken(own, 'cases', `Bearer ${pair}`, body)).rejects.toThrow(HubError);
    await expect(verifyInternalToken(publicKey, 'cases', `Bearer ${secret}`, body)).rejects.toThrow(HubError);
  });

  it('is believed when the clock of the gateway is a little ahead', async () => {
    const ahead = Math.floor(Date.now() / 1_000) + 3;
    const signed = await token()
      .setSubject('s')
      .setIssuedAt(ahead)
      .setExpirationTime(ahead + 30)
      .sign(keys.privateKey);
    expect(await verifyInternalToken(keys.publicKey, 'cases', `Bearer ${signed}`, body)).toMatchObject({
      subject: 's',
    });
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['nothing', () => Promise.resolve(undefined)],
    ['another scheme', async () => `Basic ${await signInternalToken(keys.privateKey, 'cases', caller, body)}`],
    [
      'a token for another subgraph',
      async () => `Bearer ${await signInternalToken(keys.privateKey, 'people', caller, body)}`,
    ],
    [
      'a token for another body',
      async () => `Bearer ${await signInternalToken(keys.privateKey, 'cases', caller, `${body} `)}`,
    ],
    [
      'a token by another key',
      async () => `Bearer ${await signInternalToken(others.privateKey, 'cases', caller, body)}`,
    ],
    [
      'a token that has expired',
      async () => `Bearer ${await token().setIssuedAt('-2m').setExpirationTime('-1m').sign(keys.privateKey)}`,
    ],
    [
      'a token that is too old, however long it says to last',
      async () => `Bearer ${await token().setIssuedAt('-2m').setExpirationTime('1h').sign(keys.privateKey)}`,
    ],
    [
      'a token of another type',
      async () => `Bearer ${await token('at+jwt').setIssuedAt().setExpirationTime('30s').sign(keys.privateKey)}`,
    ],
    [
      'a token without a signature',
      () =>
        Promise.resolve(
          `Bearer ${new UnsecuredJWT({ ...claims(), aud: 'cases', iss: 'thuisbasis-gateway' }).encode()}`,
        ),
    ],
    ['text that is no token', () => Promise.resolve('Bearer x.y.z')],
  ])('is not believed when it is %s', async (_what, authorization) => {
    await expect(verifyInternalToken(keys.publicKey, 'cases', await authorization(), body)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
