import type { JSONWebKeySet } from 'jose';
import type { MachineRole } from '../../platform/identity/scopes.js';

/** A system that may call. Its organisation and roles come from here, never from what it asks. */
export interface MachineClient {
  readonly id: string;
  /** What a person calls it in a list. */
  readonly label: string;
  readonly organisationId: string;
  readonly region: string | null;
  readonly roles: readonly MachineRole[];
  /** The public keys with which its assertions are checked. */
  readonly publicKeys: JSONWebKeySet;
}

/** A client as a list shows it, the revoked ones too. */
export interface ListedClient extends Omit<MachineClient, 'publicKeys'> {
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}
