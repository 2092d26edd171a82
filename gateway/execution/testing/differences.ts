import type { Outcome } from '../outcome.js';
import type { Path } from '../rows.js';
import type { Ran } from './both-executors.js';
import type { Asked } from './fake-subgraph.js';

/** An error as far as it is compared. */
interface Told {
  readonly message: string;
  readonly path: Path | null;
  readonly code: unknown;
  readonly subgraph: unknown;
}

/** How two answers to one question differ, in words; nothing where they are the same. */
export function differences(stock: Ran, compiled: Ran): string[] {
  return [
    ...difference('asked', stock.asked.map(askedOnce).sort(), compiled.asked.map(askedOnce).sort()),
    ...repeated(compiled),
    ...difference('data', sorted(stock.outcome.data), sorted(compiled.outcome.data)),
    ...differentErrors(told(stock.outcome.errors), told(compiled.outcome.errors), compiled.outcome.data),
    ...untold(stock.outcome, compiled.outcome),
  ];
}

function difference(what: string, stock: unknown, compiled: unknown): string[] {
  const [one, other] = [JSON.stringify(stock), JSON.stringify(compiled)];
  return one === other ? [] : [`${what}: stock ${one} compiled ${other}`];
}

/** What a subgraph was asked, each entity once and in one order. */
function askedOnce({ subgraph, query, variables }: Asked): string {
  const { representations, ...others } = variables;
  const texts = Array.isArray(representations) ? representations.map((one) => JSON.stringify(sorted(one))) : [];
  return JSON.stringify([subgraph, query, others, [...new Set(texts)].sort()]);
}

function repeated({ asked }: Ran): string[] {
  return asked.flatMap(({ subgraph, variables: { representations = [] } }) => {
    const texts = (representations as unknown[]).map((one) => JSON.stringify(one));
    return new Set(texts).size < texts.length ? [`${subgraph} was asked for the same twice: ${texts.join()}`] : [];
  });
}

function told(errors: readonly unknown[]): Told[] {
  return errors.map((error) => {
    const {
      message = '',
      path = null,
      extensions = {},
    } = error as Partial<Told> & { extensions?: Record<string, unknown> };
    return { message, path, code: extensions['code'], subgraph: extensions['serviceName'] };
  });
}

/** Where the stock executor names another place than the compiled one, that of the compiled one must be there. */
function differentErrors(stock: readonly Told[], compiled: readonly Told[], data: unknown): string[] {
  const texts = stock.map((error) => JSON.stringify(error));
  const others = compiled.filter((error) => {
    const known = texts.indexOf(JSON.stringify(error));
    if (known !== -1) texts.splice(known, 1);
    return known === -1;
  });
  const astray = others.filter(({ path }) => path === null || !leadsThrough(data, path));
  const placeless = (error: Told): string => JSON.stringify({ ...error, path: null });
  const distinct = (errors: readonly Told[]): string[] => [...new Set(errors.map(placeless))].sort();
  const missed = texts.map((text) => JSON.parse(text) as Told);
  return [...difference('errors', distinct(missed), distinct(others)), ...difference('errors astray', [], astray)];
}

/** Whether a path leads through the answer as far as this goes: to a value, to a null or beneath one, or to what was not asked for. */
function leadsThrough(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) {
    if (value === null || value === undefined) return true;
    if (key === '@' || key === '_entities' || typeof value !== 'object') return false;
    if (Array.isArray(value) && !(key in value)) return false;
    value = (value as Record<string | number, unknown>)[key];
  }
  return true;
}

/** What the stock executor tells of, and the compiled one does not; it tells of more, where the same answer is empty. */
function untold(stock: Outcome, compiled: Outcome): string[] {
  const places = emptyPlaces(compiled);
  const missing = emptyPlaces(stock).filter((place) => !places.includes(place));
  const full = places.filter((place) => !isNullAt(compiled.data, JSON.parse(place) as Path));
  return [...difference('untold', missing, []), ...difference('told where nothing is wrong', [], full)];
}

/** The places that are empty for what did not fit: which of two fields was missed first depends on their order. */
function emptyPlaces({ data, unfit }: Outcome): string[] {
  const places = unfit.map(({ path = [] }) => JSON.stringify(path.slice(0, depthOfNull(data, path))));
  return [...new Set(places)].sort();
}

function depthOfNull(data: unknown, path: Path): number {
  const depth = path.findIndex((_key, index) => isNullAt(data, path.slice(0, index)));
  return depth === -1 ? path.length : depth;
}

function isNullAt(data: unknown, path: Path): boolean {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data) === null;
}

/** The same with the fields of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}
