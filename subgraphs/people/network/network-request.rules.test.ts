import { describe, expect, it } from '@jest/globals';
import { networkRequestLifecycle, stepOf, teamKindsFor } from './network-request.rules.js';
import { NetworkAnswer, NetworkFunction } from './network-request.vocabulary.js';

describe('a question to the network', () => {
  const { steps } = networkRequestLifecycle;

  it('that is answered stays answered', () => {
    expect(Object.values(steps).filter(({ from }) => from.includes('ANSWERED'))).toEqual([]);
  });

  it.each(NetworkAnswer.codes)('is settled by every answer but a call back alone: %s', (answer) => {
    expect(steps[stepOf(answer)].to).toBe(answer === 'CONTACTED' ? 'CONTACTED' : 'ANSWERED');
  });

  it('is not answered or handed on by who only asks', () => {
    expect([steps.contact, steps.answer, steps.handOn].filter(({ by }) => by.includes('case-owner'))).toEqual([]);
    expect(steps.escalate.by).toContain('case-owner');
  });

  it.each(NetworkFunction.codes)('can always go to the RET, the one place to ask: %s', (asked) => {
    expect(teamKindsFor[asked]).toContain('RET_2_0');
  });
});
