import type { Role } from '../../../platform/identity/caller.js';

/** Somebody invented, as whom a developer may sign in. */
export interface DevelopmentAccount {
  readonly id: string;
  readonly name: string;
  /** What they do, in Dutch. */
  readonly work: string;
  readonly roles: readonly Role[];
  readonly organisation?: string;
  readonly region?: string;
  readonly professional?: string;
}

/** Whose users they are, however they come in: signed in, or with a token of `npm run token`. */
export const developmentIssuer = 'urn:thuisbasis:development';

/** Under which name the hub itself asks for who signs in. */
export const developmentClientId = 'thuisbasis';
