import type { FastifyRequest } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';

/** What a request for a file may ask, by the names of the variables of its operation. */
export type Parameters = Readonly<Record<string, string | number | readonly AskedTariff[]>>;

/** What a day costs on a rung, as an operation takes it. */
export interface AskedTariff {
  readonly rung: string;
  readonly euroPerDay: number;
}

/** Parameters that are whole numbers. */
const numbers: ReadonlySet<string> = new Set(['year', 'fromWeeks', 'fromRefusals', 'assumedStayDays']);

/** The parameters of a request. Throws BAD_USER_INPUT for one that is not known: a misspelt one would be left out unseen. */
export function parametersOf(request: FastifyRequest, known: readonly string[]): Parameters {
  const given = Object.entries(request.query as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    given.map(([name, value]) => {
      if (!known.includes(name))
        throw new HubError('BAD_USER_INPUT', { field: 'parameters', expected: known.join(', ') });
      return [name, valueOf(name, value)];
    }),
  );
}

function valueOf(name: string, value: unknown): Parameters[string] {
  if (typeof value !== 'string') throw new HubError('BAD_USER_INPUT', { field: name, expected: `${name}=…` });
  if (name === 'tariffs') return value.split(',').map(tariffOf);
  if (!numbers.has(name)) return value;
  if (!/^[0-9]{1,9}$/.test(value)) throw new HubError('BAD_USER_INPUT', { field: name, expected: '2026' });
  return Number(value);
}

/** A price for a day as it stands in an address: `SECURE:412.50`. */
function tariffOf(text: string): AskedTariff {
  const [, rung, euro] = /^([A-Z_]{1,40}):([0-9]{1,4}(?:\.[0-9]{1,2})?)$/.exec(text) ?? [];
  if (!rung || !euro) throw new HubError('BAD_USER_INPUT', { field: 'tariffs', expected: 'SECURE:412.50,…' });
  return { rung, euroPerDay: Number(euro) };
}
