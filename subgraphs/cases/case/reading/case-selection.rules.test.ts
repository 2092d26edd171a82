import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../../test/builders/rows/case.js';
import { caseSelection } from './case-selection.rules.js';

describe('what a filter of cases selects', () => {
  it('is everything without a filter', () => {
    expect(caseSelection(null)).toEqual({});
  });

  it('reads a number as people type it', () => {
    expect(caseSelection({ number: ' fl-26-0042 ' })?.number).toBe('FL-26-0042');
  });

  it('turns age bands into ages', () => {
    expect(caseSelection({ ageBands: ['AGE_16_17', 'AGE_0_3'] })?.ages).toEqual([16, 17, 0, 1, 2, 3]);
  });

  it('is nothing for an owner that cannot exist', () => {
    expect(caseSelection({ ownerOrganisationId: 'rietvink' })).toBeNull();
    expect(caseSelection({ ownerOrganisationId: idOf(1) })).toMatchObject({ ownerOrganisationId: idOf(1) });
  });

  it.each(['', 'FL', 'FL-26-42', 'FL-26-0042\u0000'])('is nothing for a number that cannot exist: %j', (number) => {
    expect(caseSelection({ number })).toBeNull();
  });

  it('refuses a municipality that does not exist', () => {
    expect(() => caseSelection({ municipalityCode: '1999' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_MUNICIPALITY' }),
    );
  });
});
