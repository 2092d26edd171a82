import { parseArgs } from 'node:util';
import { WrongWords } from '../commands/run-command.js';

/** What somebody may ask about a case. */
export type Asked = { readonly reference: string; readonly orderedBy: string } & (
  | { readonly kind: 'held' | 'export' }
  | { readonly kind: 'correct'; readonly field: string; readonly text: string }
  | { readonly kind: 'erase'; readonly releasesHolds: boolean }
);

const longestName = 200;

/** Reads the words of `npm run subject`. Throws WrongWords. */
export function readAsked(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { by: { type: 'string' }, 'release-holds': { type: 'boolean', default: false } },
  });
  const [kind, reference, ...rest] = positionals;
  const orderedBy = values.by?.trim() ?? '';
  if (reference === undefined) throw new WrongWords('Say of which case.');
  if (orderedBy === '' || orderedBy.length > longestName) throw new WrongWords('Say with --by on whose order.');
  const of = { reference, orderedBy };
  if ((kind === 'held' || kind === 'export') && rest.length === 0) return { ...of, kind };
  if (kind === 'erase' && rest.length === 0) return { ...of, kind, releasesHolds: values['release-holds'] };
  const [field, text, ...more] = rest;
  if (kind === 'correct' && field !== undefined && text !== undefined && more.length === 0)
    return { ...of, kind, field, text };
  throw new WrongWords('Say held, export, correct or erase, and what belongs to it.');
}
