import fc from 'fast-check';

/** One of these, the first ones more often than the last: of many that are drawn large and small counts stand side by side. */
export function mostlyAlike<T>(...all: readonly T[]): fc.Arbitrary<T> {
  return fc.nat(all.length - 1).chain((most) => fc.nat(most).map((index) => all[index] as T));
}
