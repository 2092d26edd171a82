import { HubError } from '../../../../platform/errors/errors.js';
import { hasRole, type Caller } from '../../../../platform/identity/caller.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import { isMunicipality } from '../../../../vocabulary/places/municipality.js';
import { regionAround } from '../../../../vocabulary/places/region.js';
import { sightOf } from '../../access/sight.rules.js';
import { isOpenFor, mayTake, networkRequestLifecycle, stepOf, teamKindsFor } from '../network-request.rules.js';
import type { NetworkRequestReadModel } from '../network-request.read-model.js';
import type {
  EscalationReason,
  HandOnReason,
  NetworkAnswer,
  NetworkRequestStep,
} from '../network-request.vocabulary.js';
import type { LockedRequest, NetworkStepsStore, NewRequest } from './network-steps.store.js';

/** Which question is meant, as it was when it was read. */
export interface ReadRequest {
  readonly requestId: string;
  readonly version: number;
}

const { steps } = networkRequestLifecycle;

/** Asks the network, and what becomes of it, in the transaction of the request. */
export function networkStepsService(store: NetworkStepsStore, requests: NetworkRequestReadModel) {
  /** Why nobody may take a step on what is not theirs: a team that handed a question on meanwhile still sees that it changed. */
  const refusal = async (caller: Caller, id: string, version: number): Promise<HubError> => {
    const seen = (await requests.findByIds(caller, [id])).get(id);
    if (!seen) return new HubError('NOT_FOUND');
    return seen.version === version
      ? new HubError('FORBIDDEN')
      : new HubError('VERSION_CONFLICT', { version: seen.version });
  };

  /** Throws FORBIDDEN, NOT_FOUND, VERSION_CONFLICT with the version as it is now, or STATE_CONFLICT. */
  const begin = async (
    caller: Caller,
    { requestId, version }: ReadRequest,
    step: NetworkRequestStep,
  ): Promise<LockedRequest> => {
    assertMayStep(caller, steps[step]);
    if (!isUuid(requestId)) throw new HubError('NOT_FOUND');
    const locked = await store.lock(caller, requestId);
    if (!locked) throw await refusal(caller, requestId, version);
    if (!mayTake(step, locked)) throw new HubError('FORBIDDEN');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    if (!isOpenFor(step, locked.state)) throw new HubError('STATE_CONFLICT', { state: locked.state });
    return locked;
  };

  const route = async (
    { function: asked, municipalityCode, expertise }: Pick<NewRequest, 'function' | 'municipalityCode' | 'expertise'>,
    besides: string | null,
    chosen: string | null,
  ): Promise<string> => {
    const regionCodes = regionAround(municipalityCode)?.municipalityCodes ?? [];
    const sought = { kinds: teamKindsFor[asked], municipalityCode, regionCodes, expertise, besides, chosen };
    const teamId = await store.route(sought);
    if (teamId !== null) return teamId;
    const successor = chosen === null ? null : await store.successorOf(chosen);
    throw successor === null ? new HubError('NO_TEAM_TO_ASK') : new HubError('TEAM_ENDED', { successor });
  };

  return {
    /** Throws UNKNOWN_MUNICIPALITY, NOT_FOUND for a broker who asks for another region, or NO_TEAM_TO_ASK. */
    async ask(caller: Caller, asked: Omit<NewRequest, 'teamId'>): Promise<string> {
      const { municipalityCode } = asked;
      if (!isMunicipality(municipalityCode)) throw new HubError('UNKNOWN_MUNICIPALITY', { field: 'municipalityCode' });
      const region = regionAround(municipalityCode)?.key;
      if (region === undefined) throw new HubError('NO_TEAM_TO_ASK');
      if (hasRole(caller, 'care-broker') && sightOf(caller).region !== region) throw new HubError('NOT_FOUND');
      return store.add(caller, region, { ...asked, teamId: await route(asked, null, null) });
    },

    async answer(caller: Caller, read: ReadRequest, answer: NetworkAnswer): Promise<void> {
      const step = stepOf(answer);
      await begin(caller, read, step);
      await store.answer(read.requestId, steps[step].to, answer);
    },

    /** To a team that was chosen, or else to the one that can answer best. Throws NO_TEAM_TO_ASK where there is none, or it cannot answer, and TEAM_ENDED, which names who took over. */
    async handOn(caller: Caller, read: ReadRequest, reason: HandOnReason, chosen: string | null): Promise<void> {
      const locked = await begin(caller, read, 'HAND_ON');
      if (chosen !== null && !isUuid(chosen)) throw new HubError('NO_TEAM_TO_ASK');
      const teamId = await route(locked, locked.teamId, chosen);
      await store.handOn(read.requestId, steps.HAND_ON.to, teamId, reason);
    },

    async escalate(caller: Caller, read: ReadRequest, reason: EscalationReason): Promise<void> {
      await begin(caller, read, 'ESCALATE');
      await store.escalate(read.requestId, steps.ESCALATE.to, reason);
    },
  };
}
