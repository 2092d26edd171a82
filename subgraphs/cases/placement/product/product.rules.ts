import { HubError } from '../../../../platform/errors/errors.js';
import { containsBsn } from '../../../../platform/input/free-text.js';
import { isIjwCategory, isProductCode } from '../../../../vocabulary/codes/ijw.js';
import type { ReferrerKind } from '../../consultation/consultation.vocabulary.js';
import type { ProductFrequency, ProductUnit } from './product.vocabulary.js';

/** What is allocated of a placement; null where it was not told. */
export interface Product {
  readonly category: string | null;
  readonly code: string | null;
  readonly volume: number | null;
  readonly unit: ProductUnit | null;
  readonly frequency: ProductFrequency | null;
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly allocationNumber: number | null;
  readonly referrer: ReferrerKind | null;
}

/** As it was sent: what is left out says nothing, null takes it away. */
export type GivenProduct = { readonly [K in keyof Product]?: Product[K] | undefined };

export const nothingTold: Product = {
  ...{ category: null, code: null, volume: null, unit: null, frequency: null },
  ...{ startOn: null, endOn: null, allocationNumber: null, referrer: null },
};

const [mostVolume, mostNumber] = [99_999_999, 999_999_999];
/** Units that iJw does not count by the day (CS338, CS343). */
const notPerDay: readonly ProductUnit[] = ['DAY', 'DAYDEEL', 'EURO', 'EFFORT'];

/** What is known with what was given in its place, seen to be what iJw can say. Throws BAD_USER_INPUT or CONTAINS_BSN. */
export function withProduct(known: Product, given: GivenProduct): Product {
  const told = Object.entries(given).filter(([name, value]) => name in nothingTold && value !== undefined);
  const product: Product = { ...known, ...Object.fromEntries(told) };
  assertCodes(product);
  assertAmount(product);
  assertPeriod(product);
  assertNumber(product.allocationNumber);
  return product;
}

function wrong(name: keyof Product, expected: string): HubError {
  return new HubError('BAD_USER_INPUT', { field: `product.${name}`, expected });
}

function assertCodes({ category, code }: Product): void {
  if (category !== null && !isIjwCategory(category)) throw wrong('category', '40..55');
  if (code !== null && !isProductCode(code)) throw wrong('code', '1–5');
  if (code !== null && category === null) throw wrong('category', '40..55');
}

/** An amount is told whole, and of a product with a code only (CD041, CD080, CD095). */
function assertAmount({ code, volume, unit, frequency }: Product): void {
  const told = [volume, unit, frequency].filter((part) => part !== null).length;
  if (told === 0) return;
  if (told < 3) throw wrong('volume', 'volume, unit, frequency');
  if (code === null) throw wrong('code', '1–5');
  if (volume === null || volume < 0 || volume > mostVolume) throw wrong('volume', `0–${mostVolume}`);
  if (frequency === 'PER_DAY' && unit !== null && notPerDay.includes(unit)) throw wrong('frequency', '≠ PER_DAY');
}

function assertPeriod({ startOn, endOn }: Product): void {
  if (startOn !== null && endOn !== null && endOn < startOn) throw wrong('endOn', '≥ startOn');
}

/** A number of nine digits that passes the elfproef may be a BSN that somebody put in the wrong place. */
function assertNumber(allocationNumber: number | null): void {
  if (allocationNumber === null) return;
  if (allocationNumber < 0 || allocationNumber > mostNumber) throw wrong('allocationNumber', `0–${mostNumber}`);
  if (containsBsn(String(allocationNumber))) throw new HubError('CONTAINS_BSN', { field: 'product.allocationNumber' });
}
