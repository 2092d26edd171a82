import type { CaseTimelineData } from '../../generated/operations.js';
import { caseEventKind } from '../../generated/words.js';
import { capital, moment } from '../../parts/dutch.js';

type Timeline = NonNullable<NonNullable<CaseTimelineData['case']>['timeline']>;
export type CaseEvent = Timeline['edges'][number]['node'];

/** What stands in one line: events that follow one another and read alike are told once. */
export interface Line {
  readonly key: string;
  /** When the newest of them was. */
  readonly at: string;
  readonly text: string;
  /** The organisation that did it; empty where it is not told. */
  readonly by: string;
  readonly times: number;
}

const all = new Intl.ListFormat('nl');

/** Events as lines, in the order in which they came. */
export function linesOf(events: readonly CaseEvent[]): Line[] {
  const lines: Line[] = [];
  for (const event of events) {
    const line = lineOf(event);
    const last = lines.at(-1);
    if (last && readsAlike(last, line)) lines[lines.length - 1] = { ...last, times: last.times + 1 };
    else lines.push(line);
  }
  return lines;
}

function lineOf(event: CaseEvent): Line {
  const { kind, at, subjectId, byOrganisation } = event;
  const text = [capital(caseEventKind[kind]), ...detailsOf(event)].join(', ');
  return { key: `${kind} ${subjectId} ${at}`, at, text, by: byOrganisation?.name ?? '', times: 1 };
}

/** With which organisation, and who went. */
function detailsOf({ organisation, deployment }: CaseEvent): string[] {
  const names = deployment?.members?.flatMap(({ professional }) => professional?.name ?? []) ?? [];
  return [organisation?.name ?? '', all.format(new Set(names))].filter((detail) => detail !== '');
}

function readsAlike(one: Line, other: Line): boolean {
  return one.text === other.text && one.by === other.by && moment(one.at) === moment(other.at);
}
