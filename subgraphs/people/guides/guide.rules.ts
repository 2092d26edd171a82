import { LadderRung } from '../../../vocabulary/ladder.js';
import { OrganisationKind } from '../organisation/organisation.vocabulary.js';
import { TeamKind } from '../team/team.vocabulary.js';
import { themesFrom, type RegionTheme } from '../themes/theme.rules.js';
import { codes, day, GuideFault, hours, record, sourceOf, text } from './guide-values.rules.js';
import { WayfinderSituation } from './guide.vocabulary.js';
import type { WayfinderStep, WeighingPoint } from './guide.type.js';

type Step = Omit<WayfinderStep, 'region' | 'position'>;

/** What one region keeps: the steps for every situation, what is weighed for every rung, and the themes that it goes deeper into. */
export interface Guide {
  readonly checkedOn: string;
  readonly wayfinder: Readonly<Record<WayfinderSituation, readonly Step[]>>;
  readonly weighing: Readonly<Record<LadderRung, readonly WeighingPoint[]>>;
  readonly themes: readonly RegionTheme[];
}

/**
 * The guide that a file of a region holds. Every situation and every rung has one entry at the least, themes there may be, and
 * sources are named by their key in `sources`. Throws GuideFault for what lacks, is not known or makes no sense.
 */
export function guideFrom(given: unknown): Guide {
  const known = ['checkedOn', 'sources', 'wayfinder', 'weighing', 'themes'];
  const { checkedOn, sources, wayfinder, weighing, themes } = record(given, '', known);
  const named = new Map(
    Object.entries(record(sources, 'sources')).map(([key, name]) => [key, text(name, `sources.${key}`)]),
  );
  return {
    checkedOn: day(checkedOn, 'checkedOn'),
    wayfinder: perCode(wayfinder, 'wayfinder', WayfinderSituation.codes, (entry, path) => stepFrom(entry, path, named)),
    weighing: perCode(weighing, 'weighing', LadderRung.codes, (entry, path) => pointFrom(entry, path, named)),
    themes: themesFrom(themes ?? [], named),
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
