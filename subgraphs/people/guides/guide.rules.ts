import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { OrganisationKind } from '../organisation/organisation.vocabulary.js';
import { TeamKind } from '../team/team.vocabulary.js';
import { WayfinderSituation } from './guide.vocabulary.js';
import type { WayfinderStep, WeighingPoint } from './guide.type.js';

type Step = Omit<WayfinderStep, 'region' | 'position'>;

/** What one region keeps: the steps for every situation, and what is weighed for every rung. */
export interface Guide {
  readonly checkedOn: string;
  readonly wayfinder: Readonly<Record<WayfinderSituation, readonly Step[]>>;
  readonly weighing: Readonly<Record<LadderRung, readonly WeighingPoint[]>>;
}

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

/**
 * The guide that a file of a region holds. Every situation and every rung has one entry at the least, and sources are named by their key
 * in `sources`. Throws GuideFault for what lacks, is not known or makes no sense.
 */
export function guideFrom(given: unknown): Guide {
  const { checkedOn, sources, wayfinder, weighing } = record(given, '', [
    ...['checkedOn', 'sources', 'wayfinder', 'weighing'],
  ]);
  const named = new Map(
    Object.entries(record(sources, 'sources')).map(([key, name]) => [key, text(name, `sources.${key}`)]),
  );
  return {
    checkedOn: day(checkedOn, 'checkedOn'),
    wayfinder: perCode(wayfinder, 'wayfinder', WayfinderSituation.codes, (entry, path) => stepFrom(entry, path, named)),
    weighing: perCode(weighing, 'weighing', LadderRung.codes, (entry, path) => pointFrom(entry, path, named)),
  };
}

function stepFrom(given: unknown, path: string, sources: ReadonlyMap<string, string>): Step {
  const known = ['task', 'who', 'organisationKinds', 'teamKinds', 'byWhen', 'withinHours', 'source'];
  const step = record(given, path, known);
  return {
    task: text(step['task'], `${path}.task`),
    who: text(step['who'], `${path}.who`),
    organisationKinds: codes(step['organisationKinds'] ?? [], `${path}.organisationKinds`, OrganisationKind.codes),
    teamKinds: codes(step['teamKinds'] ?? [], `${path}.teamKinds`, TeamKind.codes),
    byWhen: text(step['byWhen'], `${path}.byWhen`),
    withinHours: hours(step['withinHours'] ?? null, `${path}.withinHours`),
    source: sourceOf(step['source'] ?? null, `${path}.source`, sources),
  };
}

function pointFrom(given: unknown, path: string, sources: ReadonlyMap<string, string>): WeighingPoint {
  const { question, why, source } = record(given, path, ['question', 'why', 'source']);
  return {
    question: text(question, `${path}.question`),
    why: text(why, `${path}.why`),
    source: sourceOf(source ?? null, `${path}.source`, sources),
  };
}

/** A list of one entry at the least for each code, and for nothing else. */
function perCode<K extends string, T>(
  given: unknown,
  path: string,
  known: readonly K[],
  entry: (given: unknown, path: string) => T,
): Record<K, readonly T[]> {
  const lists = record(given, path, known);
  const read = known.map((code) => {
    const list = lists[code];
    if (!Array.isArray(list) || list.length === 0)
      throw new GuideFault(`${path}.${code}`, 'a list of one at the least');
    return [code, list.map((one, index) => entry(one, `${path}.${code}[${index}]`))] as const;
  });
  return Object.fromEntries(read) as unknown as Record<K, readonly T[]>;
}

function record(given: unknown, path: string, known?: readonly string[]): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new GuideFault(path, 'an object');
  const strange = known && Object.keys(given).find((key) => !known.includes(key));
  if (known && strange !== undefined) throw new GuideFault(`${path}.${strange}`, `one of ${known.join(', ')}`);
  return given as Record<string, unknown>;
}

function text(given: unknown, path: string): string {
  if (typeof given !== 'string' || given.trim() === '' || given.length > longestText)
    throw new GuideFault(path, `a text of at most ${longestText} characters`);
  return given;
}

function codes<K extends string>(given: unknown, path: string, known: readonly K[]): readonly K[] {
  if (!Array.isArray(given) || !given.every((code) => known.some((one) => one === code)))
    throw new GuideFault(path, `a list of ${known.join(', ')}`);
  return given as K[];
}

function hours(given: unknown, path: string): number | null {
  if (given === null) return null;
  if (!Number.isInteger(given) || Number(given) < 1 || Number(given) > longestHours)
    throw new GuideFault(path, `whole hours from 1 to ${longestHours}`);
  return Number(given);
}

function sourceOf(given: unknown, path: string, sources: ReadonlyMap<string, string>): string | null {
  if (given === null) return null;
  const named = typeof given === 'string' ? sources.get(given) : undefined;
  if (named === undefined) throw new GuideFault(path, `one of ${[...sources.keys()].join(', ')}`);
  return named;
}

function day(given: unknown, path: string): string {
  try {
    return GraphQLLocalDate.parseValue(given);
  } catch {
    throw new GuideFault(path, 'a day such as 2026-01-31');
  }
}
