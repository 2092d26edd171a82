import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../platform/identity/caller.js';
import { callerAs } from '../../../test/builders/callers.js';
import {
  networkRequestLifecycle,
  stepOf,
  stepsFor,
  teamKindsFor,
  type PartInRequest,
} from './network-request.rules.js';
import {
  NetworkAnswer,
  NetworkFunction,
  NetworkRequestState,
  type NetworkRequestStep,
} from './network-request.vocabulary.js';

describe('a question to the network', () => {
  const { steps } = networkRequestLifecycle;

  it('that is answered stays answered', () => {
    expect(Object.values(steps).filter(({ from }) => from.includes('ANSWERED'))).toEqual([]);
  });

  it.each(NetworkAnswer.codes)('is settled by every answer but a call back alone: %s', (answer) => {
    expect(steps[stepOf(answer)].to).toBe(answer === 'CONTACTED' ? 'CONTACTED' : 'ANSWERED');
  });

  it('is not answered or handed on by who only asks', () => {
    expect([steps.CONTACT, steps.ANSWER, steps.HAND_ON].filter(({ by }) => by.includes('case-owner'))).toEqual([]);
    expect(steps.ESCALATE.by).toContain('case-owner');
  });

  it.each(NetworkFunction.codes)('can always go to the RET, the one place to ask: %s', (asked) => {
    expect(teamKindsFor[asked]).toContain('RET_2_0');
  });
});

const nobody: PartInRequest = { isCarrier: false, isBroker: false, isAsker: false };
const all: NetworkRequestStep[] = ['CONTACT', 'ANSWER', 'HAND_ON', 'ESCALATE'];

describe('what somebody may do with a question', () => {
  it.each<[string, Role, Partial<PartInRequest>, NetworkRequestState, NetworkRequestStep[]]>([
    ['the team that has it', 'ret-member', { isCarrier: true }, 'ASKED', all],
    ['the team that has it', 'provider-planner', { isCarrier: true }, 'CONTACTED', ['ANSWER', 'HAND_ON', 'ESCALATE']],
    ['the team that has it', 'provider-planner', { isCarrier: true }, 'ESCALATED', ['CONTACT', 'ANSWER', 'HAND_ON']],
    ['a broker of its region', 'care-broker', { isBroker: true }, 'ASKED', all],
    ['a broker of its region', 'care-broker', { isBroker: true }, 'ESCALATED', ['CONTACT', 'ANSWER', 'HAND_ON']],
    ['who only asked it', 'case-owner', { isAsker: true }, 'ASKED', ['ESCALATE']],
    ['who only asked it', 'ret-member', { isAsker: true }, 'CONTACTED', ['ESCALATE']],
    ['who only asked it', 'case-owner', { isAsker: true }, 'ESCALATED', []],
    ['a planner who asked it of the own team', 'provider-planner', { isAsker: true, isCarrier: true }, 'ASKED', all],
    ['who only brings cases, whatever the team', 'case-owner', { isCarrier: true }, 'ASKED', ['ESCALATE']],
    ['who reads figures', 'analyst', { isBroker: true, isAsker: true }, 'ASKED', []],
  ])('%s, as %s', (_, role, part, state, steps) => {
    expect(stepsFor(callerAs(role), { ...nobody, ...part, state })).toEqual(steps);
  });

  it.each(NetworkRequestState.codes)('is nothing for the team that handed it on: %s', (state) => {
    expect(stepsFor(callerAs('provider-planner'), { ...nobody, state })).toEqual([]);
  });

  it('is nothing for anybody once it is answered', () => {
    const part = { isCarrier: true, isBroker: true, isAsker: true, state: 'ANSWERED' as const };
    expect(stepsFor(callerAs('care-broker'), part)).toEqual([]);
  });
});
