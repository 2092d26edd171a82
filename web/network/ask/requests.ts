import type { NetworkRequestsData } from '../../generated/operations.js';
import { networkAnswer, networkRequestState, type NetworkAnswer } from '../../generated/words.js';

export type NetworkRequest = NonNullable<NetworkRequestsData['networkRequests']>['edges'][number]['node'];

export type RequestStep = 'answer' | 'handOn' | 'escalate';

const answerers: readonly string[] = ['care-broker', 'ret-member', 'provider-planner'];

/** What somebody with these roles may try with a question. Of which team it is the hub knows: it refuses who is of another. */
export function stepsOf({ state }: Pick<NetworkRequest, 'state'>, roles: readonly string[]): RequestStep[] {
  if (state === 'ANSWERED') return [];
  const own: RequestStep[] = roles.some((role) => answerers.includes(role)) ? ['answer', 'handOn'] : [];
  return state === 'ESCALATED' ? own : [...own, 'escalate'];
}

/** The answers that can be given now: that somebody called back is said once. */
export function answerWords({ state }: Pick<NetworkRequest, 'state'>): Partial<Record<NetworkAnswer, string>> {
  const { CONTACTED, ...answers } = networkAnswer;
  return state === 'CONTACTED' ? answers : { CONTACTED, ...answers };
}

/** How far a question is, in words. */
export function stateText({ state, answer }: Pick<NetworkRequest, 'state' | 'answer'>): string {
  return state === 'ANSWERED' && answer !== null
    ? `${networkRequestState.ANSWERED}: ${networkAnswer[answer]}`
    : networkRequestState[state];
}

/** What became of questions that stood here already, and how many came, in one sentence. */
export function requestNews(before: readonly NetworkRequest[], now: readonly NetworkRequest[]): string | null {
  const stood = new Map(before.map((one) => [one.id, one]));
  const said = now.flatMap((one) => {
    const was = stood.get(one.id);
    const team = one.team?.name ?? 'een team';
    if (!was) return [`nieuwe vraag in ${one.municipality.name}`];
    if (was.state !== one.state) return [`${team}: ${stateText(one)}`];
    if (was.timesHandedOn !== one.timesHandedOn) return [`een vraag ligt nu bij ${team}`];
    return !was.isOverdue && one.isOverdue ? [`${team}: niet op tijd teruggebeld`] : [];
  });
  return said.length === 0 ? null : `De lijst is bijgewerkt: ${said.join('; ')}.`;
}
