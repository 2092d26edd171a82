import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Directive, Field, ObjectType } from 'type-graphql';
import { firstGeneratedCode } from './region.js';
import { MunicipalityCode } from '../scalars.js';

const names = new Map(
  readFileSync(new URL('./municipalities.csv', import.meta.url), 'utf8')
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, 4), line.slice(5)] as const),
);

/** A municipality as every subgraph shows it: a value, the same wherever it comes from. */
@ObjectType({ description: 'A Dutch municipality (gemeente), by its CBS code.' })
@Directive('@shareable')
export class Municipality {
  @Field(() => MunicipalityCode, { description: 'Code of Statistics Netherlands (CBS), four digits, such as 0995.' })
  code!: string;

  @Field(() => String, { description: 'Name in the CBS list of 1 January 2026.' })
  name!: string;
}

export function isMunicipality(code: string): boolean {
  return names.has(code) || Number(code) >= firstGeneratedCode;
}

/** The four digits of a code as others write it, with or without GM; `null` when no municipality of 1 January 2026 has it. */
export function municipalityCodeFrom(text: string): string | null {
  const code = /^(?:GM)?([0-9]{4})$/.exec(text)?.[1];
  return code !== undefined && isMunicipality(code) ? code : null;
}

export function municipality(code: string): Municipality {
  return { code, name: names.get(code) ?? `Voorbeeldgemeente ${code}` };
}

/** Every municipality of 1 January 2026, by name. */
export function municipalities(): Municipality[] {
  const order = new Intl.Collator('nl');
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => order.compare(a.name, b.name));
}

/** The code of the municipality of that name, capitals or not; `null` when there is none. */
export function municipalityCodeOf(name: string): string | null {
  const sought = name.toLowerCase();
  return [...names].find(([, known]) => known.toLowerCase() === sought)?.[0] ?? null;
}
