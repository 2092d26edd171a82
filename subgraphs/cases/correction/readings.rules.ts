import type { GraphQLScalarType } from 'graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { remark } from '../../../platform/input/free-text.js';
import type { Vocabulary } from '../../../vocabulary/define-enum.js';
import { isMunicipality } from '../../../vocabulary/places/municipality.js';

/** Reads what a person typed as the value of a field; throws BAD_USER_INPUT, naming the field and what it takes. */
export type Reading = (field: string, text: string) => unknown;

/** The field may be empty: an empty text empties it. */
export const orNothing =
  (read: Reading): Reading =>
  (field, text) =>
    text === '' ? null : read(field, text);

/** Several, between commas; none for an empty text. */
export const listOf =
  (read: Reading): Reading =>
  (field, text) =>
    text === '' ? [] : text.split(',').map((part) => read(field, part.trim()));

export const code =
  <K extends string>({ codes }: Vocabulary<K>): Reading =>
  (field, text) =>
    codes.some((one) => one === text) ? text : refuse(field, codes.join(', '));

export const scalar =
  (type: GraphQLScalarType<unknown, unknown>, example: string): Reading =>
  (field, text) => {
    try {
      return type.parseValue(text);
    } catch {
      return refuse(field, example);
    }
  };

export const municipalityCode: Reading = (field, text) =>
  isMunicipality(text) ? text : refuse(field, 'a code of CBS such as 0995');

export const flag: Reading = (field, text) =>
  text === 'true' || text === 'false' ? text === 'true' : refuse(field, 'true, false');

export const whole =
  (min: number, max: number): Reading =>
  (field, text) =>
    /^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max
      ? Number(text)
      : refuse(field, `${min}–${max}`);

export const halves =
  (max: number): Reading =>
  (field, text) =>
    /^\d{1,3}(\.[05])?$/.test(text) && Number(text) > 0 && Number(text) <= max
      ? Number(text)
      : refuse(field, `0.5–${max}, in steps of 0.5`);

export const words =
  (limit: number): Reading =>
  (field, text) =>
    remark(field, text, limit);

function refuse(field: string, expected: string): never {
  throw new HubError('BAD_USER_INPUT', { field, expected });
}
