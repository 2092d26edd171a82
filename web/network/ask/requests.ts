import type { NetworkRequestsData } from '../../generated/operations.js';
import {
  networkAnswer,
  networkRequestState,
  type NetworkAnswer,
  type NetworkRequestStep,
} from '../../generated/words.js';

export type NetworkRequest = NonNullable<NetworkRequestsData['networkRequests']>['edges'][number]['node'];

/** The steps that have a form of their own: that somebody called back is written down as an answer is. */
export type RequestStep = Exclude<NetworkRequestStep, 'CONTACT'>;

export function isFormStep(step: NetworkRequestStep): step is RequestStep {
  return step !== 'CONTACT';
}

/** The answers that can be given now: that somebody called back is said once. */
export function answerWords({ mySteps }: Pick<NetworkRequest, 'mySteps'>): Partial<Record<NetworkAnswer, string>> {
  const { CONTACTED, ...answers } = networkAnswer;
  return mySteps.includes('CONTACT') ? { CONTACTED, ...answers } : answers;
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
