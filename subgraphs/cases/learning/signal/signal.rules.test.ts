import { describe, expect, it } from '@jest/globals';
import { SignalState, type SignalForum } from '../learning.vocabulary.js';
import { assertForum, signalLifecycle, stepTo } from './signal.rules.js';

describe('a signal', () => {
  it.each(SignalState.codes.filter((state) => state !== 'OPEN'))('is answered by %s in one step', (state) => {
    expect(signalLifecycle.steps[stepTo(state)].to).toBe(state);
  });

  it('is not answered by leaving it open', () => {
    expect(() => stepTo('OPEN')).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it.each<[SignalState, SignalForum | null]>([
    ['ESCALATED', null],
    ['SOLVED', 'ENABLING_CREW'],
  ])('that is %s is not put before %s', (state, forum) => {
    expect(() => assertForum(state, forum)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('is decided by nobody but brokers and its owner: the Enabling Crew decides nothing', () => {
    const by = Object.values(signalLifecycle.steps).flatMap((step) => step.by);
    expect([...new Set(by)].sort()).toEqual(['care-broker', 'case-owner']);
  });
});
