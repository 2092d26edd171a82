import { readFileSync } from 'node:fs';
import { isEnumType, isInputObjectType, isRequiredInputField } from 'graphql';
import { answerSchema } from '../../../gateway/federation/answers/answer-schema.js';

const schema = answerSchema(readFileSync(new URL('../../../gateway/supergraph.graphql', import.meta.url), 'utf8'));

/** The codes of an enum of the hub, in its order. */
export function enumCodes(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return type.getValues().map((value) => value.name);
}

/** The fields of an input of the hub, and whether each must be there. */
export function inputFields(name: string): Record<string, boolean> {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, isRequiredInputField(field)]));
}

/** The names between backquotes in a text. */
export function quotedNames(text: string): string[] {
  return [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
}

/** The fields in the table of a page whose head begins with `head`, and whether each must be there: `yes`, or the names of those that must. */
export function tableFields(page: string, head: string): Record<string, boolean> {
  const [, ...rows] =
    page
      .slice(page.indexOf(`| ${head} `))
      .split('\n\n', 1)[0]
      ?.trim()
      .split('\n')
      .slice(1) ?? [];
  const fields = rows.flatMap((row) => {
    const [, names = '', must = ''] = row.split('|');
    const required = must.trim() === 'yes' ? names : must;
    return quotedNames(names).map((name) => [name, quotedNames(required).includes(name)] as const);
  });
  return Object.fromEntries(fields);
}
