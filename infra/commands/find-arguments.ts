import { parseArgs } from 'node:util';
import { needFlags, readNeed } from './need-flags.js';
import { WrongWords } from './run-command.js';

/** What is asked of the hub: the options for a case by its number, or for a need that belongs to no case. */
export type Question =
  | { readonly kind: 'case'; readonly number: string }
  | { readonly kind: 'need'; readonly need: Readonly<Record<string, unknown>> };

export interface FindArguments {
  readonly question: Question;
  readonly first: number;
  readonly isJson: boolean;
  /** Where the hub is, when not where the settings say. */
  readonly url: string | undefined;
}

export const findUsage = [
  'npm run find -- --case FL-26-0042',
  'npm run find -- --municipality Lelystad --birth-year 2014 --rungs AMBULATORY,FOSTER',
  '',
  ...Object.entries(needFlags).map(([name, { example, meaning }]) => line(`--${name} ${example}`, meaning)),
  line('--contracted-only', 'only offers under contract with the municipality that pays'),
  line('--crisis', 'help is needed at once'),
  line('--first 10', 'options to show, 1 to 100'),
  line('--json', 'the answer as it came'),
  line('--url http://127.0.0.1:4000', 'another hub than HOST and PORT say'),
].join('\n');

const needOptions = Object.fromEntries(Object.keys(needFlags).map((name) => [name, { type: 'string' } as const]));

/** Reads the words behind `npm run find --`. Throws an error that names the word to mend. */
export function readFindArguments(args: readonly string[]): FindArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...needOptions,
      case: { type: 'string' },
      'contracted-only': { type: 'boolean', default: false },
      crisis: { type: 'boolean', default: false },
      first: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
      url: { type: 'string' },
    },
  });
  const first = Number(values.first);
  if (!(first >= 1 && first <= 100)) throw new WrongWords('--first must be a number from 1 to 100.');
  return { question: readQuestion(values), first, isJson: values.json, url: values.url };
}

function readQuestion(values: Readonly<Record<string, unknown>>): Question {
  if (typeof values['case'] === 'string') return { kind: 'case', number: values['case'].toUpperCase() };
  if (values['municipality'] === undefined || values['birth-year'] === undefined)
    throw new WrongWords('Say --case, or --municipality and --birth-year.');
  const need = { ...readNeed(values), contractedOnly: values['contracted-only'], isCrisis: values['crisis'] };
  return { kind: 'need', need };
}

function line(words: string, meaning: string): string {
  return `  ${words.padEnd(32)}${meaning}`;
}
