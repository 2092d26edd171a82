import { describe, expect, it } from '@jest/globals';
import { calledBackNews } from './news.js';

type Requests = Parameters<typeof calledBackNews>[0];
type Request = Requests['edges'][number]['node'];

const asked: Request = { id: 'a', firstContactAt: null, team: { id: 't', name: 'RET' } };
const list = (nodes: Request[], hasNextPage = false): Requests => ({
  edges: nodes.map((node) => ({ node })),
  pageInfo: { hasNextPage },
});
const calledBack = { ...asked, firstContactAt: '2026-11-28T09:00:00Z' };

describe('who asked the network', () => {
  it.each<[string, Requests, string | null]>([
    ['nothing where nothing was written down', list([asked]), null],
    [
      'that somebody called back',
      list([calledBack]),
      'RET schreef op dat u bent teruggebeld over uw vraag aan het netwerk.',
    ],
    [
      'that it was answered, also where that is the first contact',
      list([]),
      'RET gaf antwoord op uw vraag aan het netwerk.',
    ],
    ['nothing of what may stand further on in a long list', list([], true), null],
  ])('hears %s', (_, now, said) => {
    expect(calledBackNews(list([asked]), now)).toBe(said);
  });

  it('hears nothing of a question that they asked just now', () => {
    expect(calledBackNews(list([]), list([calledBack]))).toBeNull();
  });

  it('hears of one among many', () => {
    const many = Array.from({ length: 60 }, (_, serial) => ({ ...asked, id: String(serial) }));
    const now = many.map((one) => (one.id === '59' ? { ...calledBack, id: '59' } : one));
    expect(calledBackNews(list(many), list(now))).toMatch(/^RET schreef op/);
  });
});
