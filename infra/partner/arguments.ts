import { parseArgs } from 'node:util';
import { isMachineRole, machineRoles, type MachineRole } from '../../platform/identity/scopes.js';
import { flevoland } from '../../vocabulary/places/region.js';
import { WrongWords } from '../commands/run-command.js';
import { readRegion } from '../identity/token-arguments.js';

export const partnerUsage = `npm run partner -- add <organisation> [--role <role>] [--region <region>] [--public-key <file>] [--key-file <file>]
                  list
                  revoke <client id>
                  rotate-keys
  Registers the systems that may call the hub with keys of their own.
  add              for the organisation with this key, such as rietvink
  --role           ${machineRoles.join(' or ')}; otherwise ${machineRoles[0]}
  --region         of an analyst; otherwise ${flevoland.key}
  --public-key     public key as JWK that the partner made itself; otherwise a pair is made
  --key-file       where the private key of a pair that is made is written; otherwise <client id>.jwk
  revoke           refuses a client within a minute, also with tokens that still hold
  rotate-keys      signs tokens with a new key, which is published minutes before`;

/** What somebody asked behind `npm run partner --`. */
export type PartnerCommand =
  | { readonly kind: 'add'; readonly wish: AddWish }
  | { readonly kind: 'revoke'; readonly clientId: string }
  | { readonly kind: 'list' | 'rotate-keys' };

export interface AddWish {
  readonly organisationKey: string;
  readonly role: MachineRole;
  readonly region: string | null;
  readonly publicKeyFile: string | null;
  readonly keyFile: string | null;
}

const options = {
  role: { type: 'string', default: machineRoles[0] },
  region: { type: 'string' },
  'public-key': { type: 'string' },
  'key-file': { type: 'string' },
} as const;

/** Reads the words behind `npm run partner --`. Throws WrongWords, or a ConfigurationError that lists what could have stood there. */
export function readPartnerArguments(args: readonly string[]): PartnerCommand {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, subject, ...rest] = positionals;
  const isAlone = subject === undefined;
  if (verb === 'add' && !isAlone && rest.length === 0) return { kind: 'add', wish: readWish(subject, values) };
  if (verb === 'revoke' && !isAlone && rest.length === 0) return { kind: 'revoke', clientId: subject };
  if ((verb === 'list' || verb === 'rotate-keys') && isAlone) return { kind: verb };
  throw new WrongWords('Say what to do: add, list, revoke or rotate-keys.');
}

interface Flags {
  readonly role: string;
  readonly region?: string | undefined;
  readonly 'public-key'?: string | undefined;
  readonly 'key-file'?: string | undefined;
}

function readWish(organisationKey: string, flags: Flags): AddWish {
  const { role } = flags;
  if (!isMachineRole(role)) throw new WrongWords(`--role must be ${machineRoles.join(' or ')}.`);
  const region = readRegion(flags.region) ?? (role === 'analyst' ? flevoland.key : null);
  return {
    organisationKey,
    role,
    region,
    publicKeyFile: flags['public-key'] ?? null,
    keyFile: flags['key-file'] ?? null,
  };
}
