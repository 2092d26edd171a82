import { describe, expect, it } from '@jest/globals';
import { readAsked } from './arguments.js';

const by = ['--by', ' FG '];
const of = { reference: 'FL-26-0042', orderedBy: 'FG' };

describe('the words of the command', () => {
  it.each([
    [['held', 'FL-26-0042'], { ...of, kind: 'held' }],
    [['export', 'FL-26-0042'], { ...of, kind: 'export' }],
    [['correct', 'FL-26-0042', 'postcode4', ''], { ...of, kind: 'correct', field: 'postcode4', text: '' }],
    [['erase', 'FL-26-0042'], { ...of, kind: 'erase', releasesHolds: false }],
    [['erase', 'FL-26-0042', '--release-holds'], { ...of, kind: 'erase', releasesHolds: true }],
  ])('%j are understood', (words, asked) => {
    expect(readAsked([...words, ...by])).toEqual(asked);
  });

  it.each([
    [[], 'of which case'],
    [['held'], 'of which case'],
    [['held', 'FL-26-0042', 'all', ...by], 'Say held'],
    [['forget', 'FL-26-0042', ...by], 'Say held'],
    [['correct', 'FL-26-0042', 'postcode4', ...by], 'Say held'],
    [['correct', 'FL-26-0042', 'a', 'b', 'c', ...by], 'Say held'],
    [['erase', 'FL-26-0042'], '--by'],
    [['erase', 'FL-26-0042', '--by', ' '], '--by'],
    [['erase', 'FL-26-0042', '--by', 'x'.repeat(201)], '--by'],
  ])('%j are not', (words, told) => {
    expect(() => readAsked(words)).toThrow(told);
  });
});
