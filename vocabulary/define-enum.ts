import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** A closed list of codes with the Dutch word for each, as screens show it. */
export interface Vocabulary<K extends string> {
  /** The enum as GraphQL knows it: every code stands for itself. */
  readonly type: { readonly [code in K]: code };
  readonly codes: readonly K[];
  /** The Dutch word of a code. */
  readonly dutch: Readonly<Record<K, string>>;
}

/** Registers an enum for every schema that uses it; the Dutch words become the descriptions of its values. */
export function defineEnum<const K extends string>(
  name: string,
  description: string,
  dutch: Readonly<Record<K, string>>,
): Vocabulary<K> {
  const codes = Object.keys(dutch) as K[];
  const type = Object.fromEntries(codes.map((code) => [code, code])) as { [code in K]: code };
  const valuesConfig = Object.fromEntries(codes.map((code) => [code, { description: dutch[code] }]));
  registerEnumType(type, { name, description, valuesConfig: valuesConfig as Record<K, { description: string }> });
  return { type, codes, dutch };
}
