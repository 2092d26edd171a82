import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';

/** What has no sense in a guide: where it stands, and what is expected there. */
export class GuideFault extends Error {
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path}: expected ${expected}`);
  }
}

const longestText = 400;
const longestHours = 24 * 366;

/** An object, with no key but the known ones where these are told. Throws GuideFault, as all below. */
export function record(given: unknown, path: string, known?: readonly string[]): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new GuideFault(path, 'an object');
  const strange = known && Object.keys(given).find((key) => !known.includes(key));
  if (known && strange !== undefined) throw new GuideFault(`${path}.${strange}`, `one of ${known.join(', ')}`);
  return given as Record<string, unknown>;
}

/** A text with something in it, of a bearable length. */
export function text(given: unknown, path: string): string {
  if (typeof given !== 'string' || given.trim() === '' || given.length > longestText)
    throw new GuideFault(path, `a text of at most ${longestText} characters`);
  return given;
}

/** A list of known codes; it may be empty. */
export function codes<K extends string>(given: unknown, path: string, known: readonly K[]): readonly K[] {
  if (!Array.isArray(given) || !given.every((code) => known.some((one) => one === code)))
    throw new GuideFault(path, `a list of ${known.join(', ')}`);
  return given as K[];
}

/** Whole hours up to a year and a day, or null. */
export function hours(given: unknown, path: string): number | null {
  if (given === null) return null;
  if (!Number.isInteger(given) || Number(given) < 1 || Number(given) > longestHours)
    throw new GuideFault(path, `whole hours from 1 to ${longestHours}`);
  return Number(given);
}

/** The name of a document by its key, or null. */
export function sourceOf(given: unknown, path: string, sources: ReadonlyMap<string, string>): string | null {
  if (given === null) return null;
  const named = typeof given === 'string' ? sources.get(given) : undefined;
  if (named === undefined) throw new GuideFault(path, `one of ${[...sources.keys()].join(', ')}`);
  return named;
}

/** A day such as 2026-01-31. */
export function day(given: unknown, path: string): string {
  try {
    return GraphQLLocalDate.parseValue(given);
  } catch {
    throw new GuideFault(path, 'a day such as 2026-01-31');
  }
}
