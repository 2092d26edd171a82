import { describe, expect, it } from '@jest/globals';
import { signInPlace } from './development-sign-in.js';
import { toSignInSettings } from './people-config.js';

const whole = {
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'hub',
  OIDC_CLIENT_SECRET: 'SECRET',
};
const account = { id: 'a', name: 'A', work: 'b', roles: ['analyst'] } as const;
const wished = { DEVELOPMENT_SIGN_IN: 'on' };
const development = { host: '127.0.0.1', publicUrl: new URL('http://127.0.0.1:4000'), operations: 'any' } as const;

describe('where people sign in', () => {
  it('is nowhere until it is said, and has names that can be changed', () => {
    expect(toSignInSettings({})).toBeNull();
    expect(toSignInSettings({ ...whole, OIDC_ROLES_CLAIM: 'groepen' })).toMatchObject({
      clientId: 'hub',
      proof: { kind: 'secret' },
      scope: 'openid',
      claimNames: { roles: 'groepen', organisation: 'organisation', region: 'region', professional: 'professional' },
    });
  });

  it.each([
    ['OIDC_ISSUER', 'http://login.example', 'must begin with https'],
    ['OIDC_ISSUER', 'somewhere', 'OIDC_ISSUER must be an address'],
    ['OIDC_CLIENT_ID', '', 'Set OIDC_CLIENT_ID'],
    ['OIDC_CLIENT_SECRET', '', 'Set OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY_FILE'],
    ['OIDC_CLIENT_KEY_FILE', '/nowhere', 'one of the two'],
  ])('names the setting to mend: %s=%s', (name, value, sentence) => {
    expect(() => toSignInSettings({ ...whole, [name]: value })).toThrow(sentence);
  });

  it.each([
    ['with a real issuer', { ...whole, DEVELOPMENT_SIGN_IN: 'on' }, development, 0],
    ['where registered operations are in force', wished, { ...development, operations: 'registered' as const }, 0],
    ['where other machines reach the hub', wished, { ...development, host: '0.0.0.0' }, 0],
    [
      'where a proxy before the hub is reached by other machines',
      wished,
      { ...development, publicUrl: new URL('https://hub.example') },
      0,
    ],
    ['with a real issuer of tokens', { ...wished, TOKEN_ISSUER: 'https://tokens.example' }, development, 0],
    ['but with the issuer of development', { ...wished, TOKEN_ISSUER: 'urn:development' }, development, 1],
    ['unless it is wished', {}, development, 0],
    ['but in development', wished, development, 1],
  ])('needs a password %s', (_when, environment, surroundings, count) => {
    expect(
      signInPlace(environment, surroundings, { issuer: 'urn:development', accounts: [account] }).developmentAccounts,
    ).toHaveLength(count);
  });
});
