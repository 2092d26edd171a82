import { describe, expect, it } from '@jest/globals';
import type { ShownFigure } from '../../subgraphs/capacity/import/import.read-model.js';
import { describeLine, isIncomplete } from './describe-import.js';

const figure: ShownFigure = {
  status: 'HAS_CAPACITY',
  available: 12,
  maximum: 40,
  nextAvailableOn: null,
  waitlistCount: 0,
  waitEstimateDays: null,
  note: null,
  asOf: '2026-10-12T07:30:00.000Z',
};
const row = { kind: 'row', row: 2, offerKey: 'ambulatory-1', outcome: 'ACCEPTED' };
const counts = { rows: 8, accepted: 2, unchanged: 5, outdated: 0, rejected: 1, passedOver: 3 };
const summary = { kind: 'summary', ...counts, isComplete: true, isReplay: false, isRehearsal: false };

describe('the answer to a file, told to a planner', () => {
  it('says what changes, in the words of the sheet', () => {
    const to = { ...figure, waitlistCount: 3, nextAvailableOn: '2027-01-15', note: 'Team is vol' };
    expect(describeLine({ ...row, from: figure, to })).toBe(
      '  regel 2 · ambulatory-1: vrij vanaf leeg -> 15-01-2027, wachtlijst 0 -> 3, opmerking leeg -> "Team is vol" (vorig cijfer van 12-10-2026 09:30)',
    );
    const full = { ...figure, available: 0, status: 'WAITLIST' };
    expect(describeLine({ ...row, from: figure, to: full })).toContain(
      'vrij 12 -> 0, status er is plaats -> er is een wachtlijst',
    );
    expect(describeLine({ ...row, from: null, to: figure })).toContain('geen cijfer -> 12 van 40, er is plaats');
  });

  it('says how old the figure is that would be made new', () => {
    expect(describeLine({ ...row, outcome: 'UNCHANGED', from: figure, to: figure })).toBe(
      '  regel 2 · ambulatory-1: ongewijzigd, 12 van 40, er is plaats: het cijfer van 12-10-2026 09:30 geldt weer als actueel',
    );
  });

  it('adds up with the file, and says what unchanged means', () => {
    expect(describeLine(summary)).toBe(
      '11 regels: 2 opgeslagen, 5 ongewijzigd, 0 verouderd, 1 geweigerd, 3 niet ingevuld. 5 ongewijzigd: deze cijfers gelden vanaf nu weer als actueel, of vanaf de peildatum in het bestand.',
    );
  });

  it('does not say of a rehearsal that something was stored', () => {
    const told = describeLine({ ...summary, unchanged: 0, isRehearsal: true });
    expect(told).toMatch(/^11 regels: 2 zouden worden opgeslagen, 0 ongewijzigd, /);
    expect(told).toContain('Dit was een proef: er is niets opgeslagen.');
  });

  it('names the offer that a notice is about', () => {
    const notice = { kind: 'notice', offerKey: 'groep-3', message: 'Dit aanbod staat in regel 2 en 8; regel 8 geldt.' };
    expect(describeLine(notice)).toBe('groep-3: Dit aanbod staat in regel 2 en 8; regel 8 geldt.');
  });

  it.each([
    [{ rejected: 0 }, false],
    [{ rejected: 1 }, true],
    [{ rejected: 0, outdated: 1 }, true],
    [{ rejected: 0, isComplete: false }, true],
  ])('is incomplete with %j: %s', (replaced, expected) => {
    expect(isIncomplete({ ...summary, ...replaced })).toBe(expected);
  });
});
