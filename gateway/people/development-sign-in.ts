import { developmentClientId, developmentIssuer, type DevelopmentAccount } from '../oauth/development/accounts.js';
import { usualClaimNames } from '../authenticate/caller-claims.js';
import { oneOf, type Environment } from '../../platform/process/environment.js';
import { isLoopback } from '../identity/public-url.js';
import type { OperationsMode } from '../registered/resolve-document.js';
import { toSignInSettings, type SignInSettings } from './people-config.js';

/** What decides whether somebody may sign in without a password. */
export interface Surroundings {
  readonly host: string;
  readonly publicUrl: URL;
  readonly operations: OperationsMode;
}

/** What belongs to development: the issuer of its tokens, and the accounts without a password. */
export interface Development {
  readonly issuer: string;
  readonly accounts: readonly DevelopmentAccount[];
}

/** Where people sign in, and as whom they may where that is the hub itself. */
export interface SignInPlace {
  readonly settings: SignInSettings | null;
  readonly developmentAccounts: readonly DevelopmentAccount[];
}

const ownMachine = /^(127(\.\d+){3}|::1|localhost)$/;

/**
 * Where people sign in: at OIDC_ISSUER, else in development as one of the invented accounts. That needs no password, so it is never
 * there with a real issuer of people or of tokens, with registered operations, or where another machine can reach the hub: by itself,
 * or by the public address of a proxy before it.
 */
export function signInPlace(
  environment: Environment,
  { host, publicUrl, operations }: Surroundings,
  { issuer, accounts }: Development,
): SignInPlace {
  const settings = toSignInSettings(environment);
  const isWished = oneOf(environment, 'DEVELOPMENT_SIGN_IN', ['on', 'off'], 'off') === 'on';
  const isEarnest = settings !== null || (environment['TOKEN_ISSUER'] || issuer) !== issuer || operations !== 'any';
  const isOpen = isWished && !isEarnest && ownMachine.test(host) && isLoopback(publicUrl);
  return { settings, developmentAccounts: isOpen ? accounts : [] };
}

/** How the hub signs people in at its own authorization server: every time anew, so that another account can be chosen. */
export function developmentSettings(issuer: URL): SignInSettings {
  return {
    issuer,
    knownAs: developmentIssuer,
    clientId: developmentClientId,
    proof: { kind: 'none' },
    scope: 'openid',
    claimNames: usualClaimNames,
    parameters: { prompt: 'login' },
  };
}
