import type { ListedClient } from '../../gateway/machines/machine-client.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { runCommand } from '../commands/run-command.js';
import { withHubDatabase } from '../database/with-hub-database.js';
import { readEnvironment, toHubConfig } from '../hub/config.js';
import { oauthKeysFile, rotateOauthKeys } from '../identity/oauth-keys.js';
import { addPartner, describeAdded } from './add-partner.js';
import { partnerUsage, readPartnerArguments, type PartnerCommand } from './arguments.js';
import { withClients } from './with-clients.js';

await runCommand(partnerUsage, async (args) => {
  const command = readPartnerArguments(args);
  const environment = readEnvironment();
  const config = toHubConfig(environment);
  if (command.kind === 'rotate-keys') {
    const { jwk } = await rotateOauthKeys(await oauthKeysFile(config.dataFolder, environment));
    console.log(`Key ${jwk.kid} is published now and signs in five minutes.`);
    return;
  }
  await withHubDatabase(config, async (ownerUrl) => {
    console.log(await answer(command, ownerUrl, config.publicUrl));
  });
});

async function answer(command: PartnerCommand, ownerUrl: string, publicUrl: URL): Promise<string> {
  if (command.kind === 'add') return describeAdded(await addPartner(ownerUrl, command.wish), publicUrl);
  return withClients(ownerUrl, async (clients) => {
    if (command.kind !== 'revoke') return describeList(await clients.list());
    if (!(await clients.revoke(command.clientId)))
      throw new ConfigurationError('There is no such client: npm run partner -- list shows them.');
    return `${command.clientId} is revoked: within a minute it is refused everywhere, also with a token that still holds.`;
  });
}

function describeList(clients: readonly ListedClient[]): string {
  const lines = clients.map(({ id, label, createdAt, revokedAt }) => {
    const state = revokedAt === null ? 'may call' : `revoked ${revokedAt.toISOString()}`;
    return `${id}  ${label}  since ${createdAt.toISOString()}  ${state}`;
  });
  return lines.join('\n') || 'No client is registered.';
}
