import { describe, expect, it } from '@jest/globals';
import { assertMeetingLength } from '../../common-times/meeting-length.rules.js';
import { agreed, assertAhead, seatsOf } from './theme-session.rules.js';

const id = '00000000-0000-4000-8000-00000000000a';
const now = new Date('2027-03-01T12:00:00Z');

describe('a session of a theme table', () => {
  it.each([30, 45, 480])('lasts %d minutes', (minutes) => {
    expect(() => assertMeetingLength(minutes)).not.toThrow();
  });

  it.each([0, 15, 40, 495, -30, Number.NaN])('does not last %d minutes', (minutes) => {
    expect(() => assertMeetingLength(minutes)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it.each([
    ['2027-03-01T12:00:01Z', true],
    ['2028-02-29T12:00:00Z', true],
    ['2027-03-01T12:00:00Z', false],
    ['2028-02-29T12:00:01Z', false],
  ])('is planned ahead, within a year: %s %s', (at, isAhead) => {
    const planning = expect(() => assertAhead(new Date(at), now));
    if (isAhead) planning.not.toThrow();
    else planning.toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('seats everybody once', () => {
    expect(seatsOf('participantIds', [id, id])).toEqual([id]);
    expect(() => seatsOf('participantIds', ['nobody'])).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    expect(() => seatsOf('participantIds', Array<string>(101).fill(id))).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });

  it('agrees on something, or on nothing and on nothing else', () => {
    expect(agreed(['MEET_AGAIN', 'MEET_AGAIN', 'TO_FIND_OUT'])).toEqual(['MEET_AGAIN', 'TO_FIND_OUT']);
    expect(agreed(['NOTHING_AGREED'])).toEqual(['NOTHING_AGREED']);
    for (const outcomes of [[], ['NOTHING_AGREED', 'MEET_AGAIN']] as const)
      expect(() => agreed(outcomes)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
