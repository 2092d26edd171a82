import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { isRow, type Row } from '../rows.js';
import { hash, pick } from './chance.js';
import type { Asked, Spoil } from './fake-subgraph.js';

/** What can be wrong with one value. An error that stands beside a value takes nothing away. */
const valueFaults = ['null', 'missing', 'error', 'error beside', 'other leaf', 'other length'] as const;

/** What can be wrong with an answer as a whole. */
const wholeFaults = ['unreached', 'refused', 'nothing', 'no data', 'complaint', 'no list', 'list refused'] as const;

/**
 * Spoils about one in `rarity` of the values, and of the answers as a whole. What is spoilt follows from the seed, from what was asked and
 * of which entity, never from how many others were asked for along with it.
 */
export function spoiler(seed: number, rarity: number): Spoil {
  return (asked, answer) => {
    const key = `${seed} ${asked.subgraph} ${asked.query}`;
    const whole = hash(`${key} whole`) % (rarity * 2) === 0 ? pick(wholeFaults, `${key} which`) : null;
    const spoilt = new Spoilt(key, rarity, answer).spoil(asked);
    return whole ? spoilWhole(whole, asked, spoilt) : spoilt;
  };
}

class Spoilt {
  readonly #errors: GraphQLFormattedError[];

  constructor(
    private readonly key: string,
    private readonly rarity: number,
    private readonly answer: FormattedExecutionResult,
  ) {
    this.#errors = [...(answer.errors ?? [])];
  }

  spoil({ variables }: Asked): FormattedExecutionResult {
    const data = this.answer.data ?? null;
    const told = variables['representations'];
    const entities = data?.['_entities'];
    if (Array.isArray(told) && Array.isArray(entities)) this.#spoilEntities(entities, told);
    else if (data) this.#spoilRow(data, 'root', []);
    return { data, ...(this.#errors.length > 0 && { errors: this.#errors }) };
  }

  #spoilEntities(entities: unknown[], told: readonly unknown[]): void {
    entities.forEach((entity, index) => {
      const unit = JSON.stringify(told[index]);
      const path = ['_entities', index];
      if (this.#isSpoilt(`${unit} itself`)) {
        entities[index] = null;
        if (this.#isLikely(unit)) this.#complain(unit, path);
      } else if (isRow(entity)) this.#spoilRow(entity, unit, path);
    });
  }

  #spoilRow(row: Row, unit: string, path: readonly (string | number)[]): void {
    for (const [name, value] of Object.entries(row)) {
      const place = `${unit}/${name}`;
      // a root whose objects are of no type is where the stock executor goes astray without a word
      const isLeft = name === 'called' || (name === '__typename' && path[0] !== '_entities');
      if (isLeft) continue;
      if (this.#isSpoilt(place)) this.#spoilField(row, name, place, [...path, name]);
      else this.#spoilWithin(value, place, [...path, name]);
    }
  }

  #spoilWithin(value: unknown, place: string, path: readonly (string | number)[]): void {
    if (isRow(value)) this.#spoilRow(value, place, path);
    if (Array.isArray(value))
      value.forEach((item, index) => this.#spoilWithin(item, `${place}.${index}`, [...path, index]));
  }

  #spoilField(row: Row, name: string, place: string, path: readonly (string | number)[]): void {
    const fault = pick(valueFaults, `${this.key} ${place} which`);
    const value = row[name];
    if (fault === 'null' || fault === 'error') row[name] = null;
    if (fault === 'error' || fault === 'error beside') this.#complain(place, path);
    if (fault === 'missing') Reflect.deleteProperty(row, name);
    if (fault === 'other leaf' && typeof value !== 'object') row[name] = typeof value === 'boolean' ? 'text' : true;
    if (fault === 'other length' && Array.isArray(value)) row[name] = value.slice(0, -1);
  }

  #complain(place: string, path: readonly (string | number)[]): void {
    const message = `no ${place}`;
    const extensions = this.#isLikely(place)
      ? { code: pick(['FORBIDDEN', 'INVALID_GRAPHQL', 'NOT_FOUND'], place) }
      : null;
    this.#errors.push({ message, path, ...(extensions && { extensions }) });
  }

  #isSpoilt(place: string): boolean {
    return hash(`${this.key} ${place}`) % this.rarity === 0;
  }

  #isLikely(place: string): boolean {
    return hash(`${this.key} ${place} also`) % 2 === 0;
  }
}

function spoilWhole(
  fault: (typeof wholeFaults)[number],
  { subgraph }: Asked,
  answer: FormattedExecutionResult,
): FormattedExecutionResult {
  const error = { message: `${subgraph} is ill` };
  switch (fault) {
    case 'unreached':
      throw new Error(`${subgraph} is not reached`);
    case 'refused':
      return { data: null, errors: [error] };
    case 'nothing':
      return { data: null };
    case 'no data':
      return { errors: [{ ...error, message: '' }] };
    case 'complaint':
      return { ...answer, errors: [...(answer.errors ?? []), error] };
    case 'no list':
      return '_entities' in (answer.data ?? {}) ? { data: { _entities: null } } : answer;
    case 'list refused':
      return '_entities' in (answer.data ?? {}) ? { data: { _entities: 'none' } } : answer;
  }
}
