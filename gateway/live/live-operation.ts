import { markOf, type Change } from '../../platform/outbox/change-topic.js';
import type { RegisteredOperation } from '../registered/registered-operations.js';

/** What a query says in its file of when it is asked again. */
export interface LiveTerms {
  readonly follows: readonly Followed[];
  /** Fields that differ each time and are no news by themselves. */
  readonly noNews: ReadonlySet<string>;
}

interface Followed {
  readonly noun: string;
  /** `here`: what concerns another region than the caller's own is passed over. `of <variable>`: all but the one that the variable names. */
  readonly isHere: boolean;
  /** `ours`: what concerns another organisation than the caller's own is passed over. */
  readonly isOurs: boolean;
  readonly variable: string | null;
}

/** For whom a query is asked, and about what. */
export interface Asking {
  readonly region: string | null;
  readonly organisationId: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const liveLine = /^# Live: (.+)$/m;
const noNewsLine = /^# No news: (.+)$/m;

/**
 * The terms of a query whose file has a line such as `# Live: cases.case of id, capacity.hold here`, and perhaps one such as
 * `# No news: evaluatedAt`; null for any other operation. Throws for a line that says something else.
 */
export function liveTerms({ kind, name, document }: RegisteredOperation): LiveTerms | null {
  const told = liveLine.exec(document)?.[1];
  if (told === undefined) return null;
  if (kind !== 'query') throw new Error(`${name} is no query and cannot be live`);
  return {
    follows: words(told).map((one) => readFollowed(one, name)),
    noNews: new Set(words(noNewsLine.exec(document)?.[1] ?? '')),
  };
}

/** Whether a change may change what is answered. What is not told of it may be anything. */
export function concerns({ follows }: LiveTerms, change: Change, asking: Asking): boolean {
  const { region, organisationId, variables } = asking;
  return follows.some(({ noun, isHere, isOurs, variable }) => {
    if (noun !== change.noun) return false;
    if (isHere && differ(change.region, region)) return false;
    if (isOurs && differFrom(organisationId, change.organisation)) return false;
    return !(variable !== null && differFrom(variables[variable], change.mark));
  });
}

function differ(told: string | null, own: string | null): boolean {
  return told !== null && own !== null && told !== own;
}

function differFrom(id: unknown, mark: string | null): boolean {
  return typeof id === 'string' && differ(mark, markOf(id));
}

function readFollowed(text: string, name: string): Followed {
  const [, noun, whose, variable = null] = /^([a-z]+\.[a-z-]+)(?: (here|ours)| of (\w+))?$/.exec(text) ?? [];
  if (noun === undefined) throw new Error(`${name} does not say what it follows`);
  return { noun, isHere: whose === 'here', isOurs: whose === 'ours', variable };
}

function words(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
