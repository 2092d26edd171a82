import { parseArgs } from 'node:util';
import { isRole, roles, type Role } from '../../platform/identity/caller.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { findRegion } from '../../vocabulary/places/region.js';
import { organisations, providers, type DemonstrationOrganisation } from '../demonstration/organisations.js';
import { secondFactorClaims, tokenClaims, type TokenClaims } from './token-claims.js';

export const tokenUsage = `npm run token -- --role <role>
  Prints an access token of the demonstration hub in this data folder, for curl:
    curl -H "authorization: Bearer $(npm run -s token -- --role care-broker)" ...
  --role           ${roles.join(', ')}
  --organisation   key of an organisation, such as rietvink; otherwise the first that fits the role
  --region         key of a region: flevoland, region-2 ...; otherwise flevoland where the role has one
  --second-factor  as if a second factor was shown now, for what asks for one
  --minutes        how long it holds, 1 to 60; otherwise 60`;

const options = {
  role: { type: 'string' },
  organisation: { type: 'string' },
  region: { type: 'string' },
  'second-factor': { type: 'boolean', default: false },
  minutes: { type: 'string', default: '60' },
} as const;

/** The hub believes no token that is older than this. */
const mostMinutes = 60;

/** Reads the words behind `npm run token --`. Throws a ConfigurationError that lists what could have stood there. */
export function readTokenArguments(args: readonly string[]): { claims: TokenClaims; minutes: number } {
  const { values } = parseArgs({ args: [...args], options });
  const organisation = readOrganisation(values.organisation);
  const region = readRegion(values.region);
  const wishes = { ...(organisation && { organisation }), ...(region !== undefined && { region }) };
  const factor = values['second-factor'] ? secondFactorClaims(new Date()) : {};
  return { claims: { ...tokenClaims(readRole(values.role), wishes), ...factor }, minutes: readMinutes(values.minutes) };
}

function readRole(role: string | undefined): Role {
  if (isRole(role)) return role;
  throw new ConfigurationError(`--role must be one of ${roles.join(', ')}.`);
}

/** The organisation of a key behind `--organisation`. Throws a ConfigurationError that lists those that there may be. */
function readOrganisation(
  key: string | undefined,
  possible: readonly DemonstrationOrganisation[] = organisations,
): DemonstrationOrganisation | undefined {
  if (key === undefined) return undefined;
  const found = possible.find((candidate) => candidate.key === key);
  if (found) return found;
  throw new ConfigurationError(`--organisation must be one of ${possible.map((one) => one.key).join(', ')}.`);
}

/** The care provider of a key behind `--organisation`, or the first: others have no offers to report of. */
export function readProvider(key: string | undefined): DemonstrationOrganisation {
  const [first] = providers;
  const found = readOrganisation(key, providers) ?? first;
  if (!found) throw new Error('the demonstration region has care providers');
  return found;
}

/** The region of a key behind `--region`. Throws a ConfigurationError that says how they look. */
export function readRegion(key: string | undefined): string | undefined {
  if (key === undefined || findRegion(key)) return key;
  throw new ConfigurationError('--region must be flevoland, or region-2, region-3 and so on.');
}

function readMinutes(text: string): number {
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes) return minutes;
  throw new ConfigurationError(`--minutes must be a whole number from 1 to ${mostMinutes}.`);
}
