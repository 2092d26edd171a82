import type { RunningConsultationsData } from '../../generated/operations.js';
import { interventionKind, referrerKind, type InterventionKind } from '../../generated/words.js';
import { count, day, withoutCodes } from '../../parts/dutch.js';

export type RunningQuestion = NonNullable<RunningConsultationsData['consultations']>['edges'][number]['node'];

export type QuestionStep = 'did' | 'outcome' | 'close';

const allSteps: readonly QuestionStep[] = ['did', 'outcome', 'close'];

/** What can be done with a question still: what came of it is written down after its end as well. */
export function stepsLeft({ status }: Pick<RunningQuestion, 'status'>): readonly QuestionStep[] {
  if (status === 'ABANDONED') return [];
  return status === 'CLOSED' ? ['outcome'] : allSteps;
}

const referrerWords = withoutCodes(referrerKind);

/** A question in a few words: since when, who asked it, and where the child lives. */
export function questionName({
  receivedAt,
  referrer,
  municipality,
}: Pick<RunningQuestion, 'receivedAt' | 'referrer' | 'municipality'>): string {
  const asked = receivedAt ? `vraag van ${day(receivedAt)}` : 'vraag';
  const whose = [referrer && referrerWords[referrer.kind], municipality?.name].filter(Boolean).join(', ');
  return whose === '' ? asked : `${asked}: ${whose}`;
}

/** What was not done yet: what is done twice counts once. */
export function leftToDo({
  interventions,
}: Pick<RunningQuestion, 'interventions'>): Partial<Record<InterventionKind, string>> {
  const done: readonly string[] = interventions ?? [];
  return Object.fromEntries(Object.entries(interventionKind).filter(([kind]) => !done.includes(kind)));
}

/** How many questions came into the list, changed there and left it, in one sentence. */
export function runningNews(
  before: readonly Pick<RunningQuestion, 'id' | 'version'>[],
  now: readonly Pick<RunningQuestion, 'id' | 'version'>[],
): string | null {
  const [stood, stand] = [before, now].map((list) => new Map(list.map(({ id, version }) => [id, version])));
  const came = now.filter(({ id }) => !stood?.has(id)).length;
  const left = before.filter(({ id }) => !stand?.has(id)).length;
  const changed = now.filter(({ id, version }) => stood?.has(id) && stood.get(id) !== version).length;
  const said = [
    ...(came > 0 ? [count(came, 'nieuwe vraag', 'nieuwe vragen')] : []),
    ...(changed > 0 ? [`${count(changed, 'vraag', 'vragen')} bijgewerkt`] : []),
    ...(left > 0 ? [`${count(left, 'vraag loopt', 'vragen lopen')} niet meer`] : []),
  ];
  return said.length === 0 ? null : `De lijst is bijgewerkt: ${said.join('; ')}.`;
}
