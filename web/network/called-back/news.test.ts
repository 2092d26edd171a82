import { describe, expect, it } from '@jest/globals';
import { calledBackNews } from './news.js';

type Requests = Parameters<typeof calledBackNews>[0];
type Request = Requests['edges'][number]['node'];

const asked: Request = { id: 'a', state: 'ASKED', answer: null, firstContactAt: null, team: { id: 't', name: 'RET' } };
const list = (...nodes: Request[]): Requests => ({ edges: nodes.map((node) => ({ node })) });
const at = '2026-11-28T09:00:00Z';

describe('who asked the network', () => {
  it.each<[string, Partial<Request>, string | null]>([
    ['nothing where nothing was written down', {}, null],
    [
      'that somebody called back',
      { state: 'CONTACTED', firstContactAt: at },
      'RET schreef op dat u bent teruggebeld over uw vraag aan het netwerk.',
    ],
    [
      'what was answered, also where that is the first contact',
      { state: 'ANSWERED', answer: 'ADVICE_GIVEN', firstContactAt: at },
      'RET gaf antwoord op uw vraag aan het netwerk: advies gegeven.',
    ],
    ['nothing of a question that was put before the region', { state: 'ESCALATED' }, null],
  ])('hears %s', (_, change, said) => {
    expect(calledBackNews(list(asked), list({ ...asked, ...change }))).toBe(said);
  });

  it('hears nothing of a question that they asked just now', () => {
    expect(calledBackNews(list(), list({ ...asked, firstContactAt: at }))).toBeNull();
  });
});
