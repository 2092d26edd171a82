import type { GraphQLFormattedError } from 'graphql';
import { errorMessage, isErrorCode, type ErrorParameters } from '../../../platform/errors/errors.js';
import { canary } from './wrong-documents.js';

const name = `['"]?[_A-Za-z][_0-9A-Za-z]*['"]?`;
const type = `['"]?[[\\]!_0-9A-Za-z]+['"]?`;

/** What clairvoyance reads a schema from, with quotation marks of either kind or none. */
const patterns = [
  `Cannot query field ${name} on type ${type}`,
  `Unknown argument ${name} on field ${type}`,
  `Unknown (type|directive) ${type}`,
  `Field ${name} of type ${type} must have a (selection of subfields|sub selection)`,
  `Field ${name} must not have a (selection|sub selection)`,
  `Field ${name} (argument|of required type) .* (is required|was not provided)`,
  `(argument|Argument) ${name} of (required )?type ${type}`,
  `Field ${name} is not defined by type ${type}`,
  `Value .* does not exist in .* enum`,
  `Enum ${type} cannot represent`,
  `[A-Za-z]+ cannot represent .* value`,
  `[Ee]xpected (value of )?type ${type}`,
  `Expected type ${type}.*found`,
  `Variable ['"]?\\$\\w+['"]? (of|got|cannot be|is never)`,
  `Fragment .* cannot (be spread|condition)`,
  `[Dd]id you mean`,
  `[Bb]edoelde u`,
].map((pattern) => new RegExp(pattern));

/** All that is told of a kind of value. */
const kindsOfValue: readonly unknown[] = [
  undefined,
  'true, false',
  'een moment (a moment): 2027-01-31T09:00:00Z',
  'een e-mailadres (an e-mail address)',
  'een getal (a number)',
  'een kenmerk (an identifier)',
  'een geheel getal (a whole number)',
  'een taal (a language): nl',
  'een dag (a day): 2027-01-31',
  'vier cijfers (four digits)',
  'een geheel getal vanaf nul (a whole number, zero or more)',
  'tekst (text)',
  'een van de bekende codes (one of the known codes)',
  '{ … }',
  'verplicht (required)',
  'verplicht veld ontbreekt (a required field is missing)',
  'onbekend veld (unknown field)',
];

const keys = ['message', 'extensions', 'path', 'locations'];
const extensionKeys = ['code', 'field', 'expected', 'measure'];

/**
 * What an answer tells that its request did not: patterns of a guesser, the canary, names of the schema outside the fixed sentences,
 * and sentences or parts that are none of the hub's. Empty for an answer that betrays nothing.
 */
export function betrayals(request: string, answer: string, names: ReadonlySet<string>): string[] {
  const { errors = [], ...rest } = JSON.parse(answer) as { errors?: GraphQLFormattedError[] };
  const said = new Set(wordsOf(request));
  const told = [...errors.flatMap(beyondSentence), ...wordsOf(JSON.stringify(rest))];
  return [
    ...patternsIn(answer),
    ...(answer.includes(canary) ? [canary] : []),
    ...told.filter((word) => names.has(word) && !said.has(word)),
    ...errors.filter((error) => !isOwnSentence(error)).map((error) => JSON.stringify(error)),
  ];
}

/** The patterns of a guesser that a text matches. */
export function patternsIn(text: string): string[] {
  return patterns.filter((pattern) => pattern.test(text)).map(String);
}

/** The words of an error but for its sentence, which is fixed: its place and what it names. */
function beyondSentence({ path, extensions = {} }: GraphQLFormattedError): string[] {
  return wordsOf(JSON.stringify([path, extensions['field'], extensions['measure']]));
}

function isOwnSentence(error: GraphQLFormattedError): boolean {
  const { code, ...parameters } = error.extensions ?? {};
  return (
    Object.keys(error).every((key) => keys.includes(key)) &&
    Object.keys(error.extensions ?? {}).every((key) => extensionKeys.includes(key)) &&
    kindsOfValue.includes(parameters['expected']) &&
    isErrorCode(code) &&
    error.message === errorMessage(code, 'nl', parameters as ErrorParameters)
  );
}

function wordsOf(text: string): string[] {
  return text.match(/\w+/g) ?? [];
}
