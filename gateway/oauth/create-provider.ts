import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, Provider } from 'oidc-provider';
import { describeError, type Logger } from '../../platform/process/logger.js';
import { adapterOver, type AdapterStores } from './adapter.js';
import type { SigningKey } from './keys/signing-keys.rules.js';
import { machineConfiguration, machineFeatures, type MachineRules } from './machine-configuration.js';

export interface ProviderOptions extends MachineRules {
  /** Address that stands in every token as its issuer. */
  readonly issuer: string;
  readonly stores: AdapterStores;
  readonly logger: Logger;
}

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The authorization server of these keys, as a handler of Node. Made anew when the keys change: the library takes them once. */
export function createProvider(options: ProviderOptions, keys: readonly SigningKey[]): NodeHandler {
  const provider = new Provider(options.issuer, {
    ...machineConfiguration(options),
    features: machineFeatures(options),
    adapter: adapterOver(options.stores, () => new errors.InvalidClientAuth('used before')),
    jwks: { keys: keys.map(({ jwk }) => ({ ...jwk, use: 'sig' })) },
  });
  // the route names the address under which the hub is known, whatever the request says
  provider.proxy = true;
  provider.on('server_error', (_context, error) => options.logger.error(describeError(error), 'token request failed'));
  const handle = provider.callback();
  return (request, response) => handle(request, response);
}
