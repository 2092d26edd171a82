import type { Adapter, AdapterFactory, AdapterPayload, AllClientMetadata } from 'oidc-provider';
import type { MachineClient } from '../machines/machine-client.js';
import type { MachineClientStore } from '../machines/machine-client.store.js';
import { scopesOf } from '../../platform/identity/scopes.js';
import type { UsedOnceStore } from '../replay/used-once.store.js';
import type { OauthRecordStore } from './oauth-record.store.js';

export interface AdapterStores {
  readonly clients: MachineClientStore;
  readonly usedOnce: UsedOnceStore;
  readonly records: OauthRecordStore;
}

/** Where the library of the authorization server keeps and finds what it needs. `refuseReplay` makes what it throws for a second use. */
export function adapterOver(stores: AdapterStores, refuseReplay: () => Error): AdapterFactory {
  return (model) => {
    const records = recordsOf(stores.records, model);
    if (model === 'Client') return { ...records, find: (id) => findClient(stores.clients, id) };
    if (model === 'ReplayDetection') return { ...records, ...replays(stores.usedOnce, refuseReplay) };
    return records;
  };
}

function recordsOf(store: OauthRecordStore, model: string): Adapter {
  return {
    upsert: (id, payload, seconds) => store.upsert(model, id, payload, seconds),
    find: (id) => store.find(model, id),
    findByUid: (uid) => store.findByUid(model, uid),
    findByUserCode: (code) => store.findByUserCode(model, code),
    consume: (id) => store.consume(model, id),
    destroy: (id) => store.remove(model, id),
    revokeByGrantId: (grantId) => store.removeGrant(grantId),
  };
}

/** The library looks first and writes then: only the writing can tell which of two came first. */
function replays(usedOnce: UsedOnceStore, refuseReplay: () => Error): Pick<Adapter, 'find' | 'upsert'> {
  return {
    find: () => Promise.resolve(undefined),
    async upsert(id, _payload, seconds = 0) {
      if (!(await usedOnce.take(['authorization server', id], seconds))) throw refuseReplay();
    },
  };
}

async function findClient(clients: MachineClientStore, id: string): Promise<AdapterPayload | undefined> {
  const client = await clients.findActive(id);
  return client ? metadataOf(client) : undefined;
}

/** A registration in the words of OAuth: one grant, one way to prove who one is, tokens bound to their sender. */
export function metadataOf({ id, label, roles, publicKeys }: MachineClient): AllClientMetadata {
  return {
    client_id: id,
    client_name: label,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: publicKeys,
    dpop_bound_access_tokens: true,
    scope: scopesOf(roles).join(' '),
  };
}
