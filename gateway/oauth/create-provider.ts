import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, Provider } from 'oidc-provider';
import { describeError, type Logger } from '../../platform/process/logger.js';
import { adapterOver, type AdapterStores } from './adapter.js';
import type { DevelopmentAccount } from './development/accounts.js';
import { developmentConfiguration } from './development/development-configuration.js';
import { serveLoginPage } from './development/login-middleware.js';
import type { SigningKey } from './keys/signing-keys.rules.js';
import { machineConfiguration, machineFeatures, type MachineRules } from './machine-configuration.js';

export interface ProviderOptions extends MachineRules {
  /** Address that stands in every token as its issuer. */
  readonly issuer: string;
  readonly stores: AdapterStores;
  readonly logger: Logger;
  /** People whom it serves as well, in development. */
  readonly people?: DevelopmentPeople;
}

export interface DevelopmentPeople {
  readonly accounts: readonly DevelopmentAccount[];
  /** Where the hub gets them back. */
  readonly returnAddress: URL;
}

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The authorization server of these keys, as a handler of Node. Made anew when the keys change: the library takes them once. */
export function createProvider(options: ProviderOptions, keys: readonly SigningKey[]): NodeHandler {
  const { people } = options;
  const mountPath = new URL(options.issuer).pathname;
  const machines = machineConfiguration(options);
  const provider = new Provider(options.issuer, {
    ...machines,
    ...(people && developmentConfiguration(people.accounts, people.returnAddress, { mountPath, keys })),
    ...(people && { clientAuthMethods: ['private_key_jwt', 'none'] }),
    features: machineFeatures(options),
    adapter: adapterOver(options.stores, () => new errors.InvalidClientAuth('used before')),
    jwks: { keys: keys.map(({ jwk }) => ({ ...jwk, use: 'sig' })) },
  });
  // the route names the address under which the hub is known, whatever the request says
  provider.proxy = true;
  provider.on('server_error', (_context, error) => options.logger.error(describeError(error), 'token request failed'));
  if (people) serveLoginPage(provider, people.accounts, mountPath);
  const handle = provider.callback();
  return (request, response) => handle(request, response);
}
