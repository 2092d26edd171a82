import { describe, expect, it } from '@jest/globals';
import { consultationLifecycle, statusAfter } from './consultation-lifecycle.rules.js';
import { ConsultationStatus, InterventionKind } from './consultation.vocabulary.js';

describe('the course of a consultation', () => {
  it('begins with a contact, or ends without one', () => {
    const fromReceived = Object.entries(consultationLifecycle.steps).filter(([, { from }]) =>
      from.includes('RECEIVED'),
    );
    expect(fromReceived.map(([name]) => name)).toEqual(['contact', 'abandon']);
  });

  it('has no step out of its end', () => {
    for (const { from } of Object.values(consultationLifecycle.steps)) {
      expect(from).not.toContain('CLOSED');
      expect(from).not.toContain('ABANDONED');
    }
  });

  it('can be closed from wherever it runs', () => {
    const ended: readonly string[] = ['RECEIVED', 'CLOSED', 'ABANDONED'];
    expect(consultationLifecycle.steps.close.from).toEqual(
      ConsultationStatus.codes.filter((status) => !ended.includes(status)),
    );
  });
});

describe('an intervention', () => {
  it.each([
    ['CONTACTED', 'TAILOR_MADE', 'IN_CONSULTATION'],
    ['CONTACTED', 'TEAM_ANDERS_DEPLOYMENT', 'TEAM_DEPLOYED'],
    ['ROUND_TABLE_PLANNED', 'ACCELERATION_TABLE', 'ROUND_TABLE_HELD'],
    ['TEAM_DEPLOYED', 'REFERRED_TO_RET', 'REFERRED_TO_RET'],
    ['TEAM_DEPLOYED', 'OTHER_MEDIATION', 'TEAM_DEPLOYED'],
    ['MATCHING', 'EXPLANATORY_ANALYSIS_SUPPORT', 'EXPLANATORY_ANALYSIS'],
    ['TEAM_DEPLOYED', 'TEAM_ANDERS_DEPLOYMENT', 'TEAM_DEPLOYED'],
  ] as const)('takes a consultation from %s by %s to %s', (status, kind, reached) => {
    expect(statusAfter(status, kind)).toBe(reached);
  });

  it.each(['RECEIVED', 'CLOSED', 'ABANDONED'] as const)('is not possible while a consultation is %s', (status) => {
    for (const kind of InterventionKind.codes) expect(statusAfter(status, kind)).toBeNull();
  });
});
