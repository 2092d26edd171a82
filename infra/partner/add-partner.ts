import { randomBytes } from 'node:crypto';
import type { MachineClient } from '../../gateway/machines/machine-client.js';
import { oauthPath } from '../../gateway/oauth/oauth-routes.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { withClient } from '../database/client.js';
import type { AddWish } from './arguments.js';
import { makeKeyPair, readPublicKey } from './partner-key.js';
import { withClients } from './with-clients.js';

interface Organisation {
  readonly id: string;
  readonly name: string;
}

/** A client that was registered, and where the private key was written if one was made. */
export interface AddedPartner {
  readonly client: MachineClient;
  readonly organisation: string;
  readonly keyFile: string | null;
}

/** Registers a client for an organisation. Throws a ConfigurationError when there is no such organisation or the key will not do. */
export async function addPartner(ownerUrl: string, wish: AddWish): Promise<AddedPartner> {
  const organisation = await findOrganisation(ownerUrl, wish.organisationKey);
  const id = `${wish.organisationKey}-${randomBytes(4).toString('hex')}`;
  const keyFile = wish.publicKeyFile === null ? (wish.keyFile ?? `${id}.jwk`) : null;
  const key = keyFile === null ? await readPublicKey(wish.publicKeyFile ?? '') : await makeKeyPair(keyFile);
  const client: MachineClient = {
    id,
    label: `${organisation.name}, ${wish.role}`,
    organisationId: organisation.id,
    region: wish.region,
    roles: [wish.role],
    publicKeys: { keys: [key] },
  };
  await withClients(ownerUrl, (clients) => clients.add(client));
  return { client, organisation: organisation.name, keyFile };
}

async function findOrganisation(ownerUrl: string, key: string): Promise<Organisation> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<Organisation>('select id, name from people.organisation where key = $1', [key]),
  );
  const [found] = rows;
  if (!found) throw new ConfigurationError('No organisation has this key: look it up in organisations { key name }.');
  return found;
}

/** What the partner needs, with a command that works as it stands. */
export function describeAdded({ client, organisation, keyFile }: AddedPartner, publicUrl: URL): string {
  const hub = publicUrl.origin;
  const file = keyFile ?? '<private key>.jwk';
  const kept = keyFile === null ? 'with the partner' : `${keyFile} (hand it over safely; the hub keeps no copy)`;
  return `${organisation} may call as ${client.roles.join(', ')}:
  client id       ${client.id}
  private key     ${kept}
  token endpoint  ${hub}${oauthPath}/token (private_key_jwt and DPoP)
Rehearse a publication:
  HUB_URL=${hub} CLIENT_ID=${client.id} CLIENT_KEY=${file} npx node examples/partner-token.ts examples/figures.json --rehearse`;
}
