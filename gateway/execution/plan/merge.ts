import type { Row } from '../rows.js';

/**
 * Merges what a fetch gave into what is there, in place: objects field by field, lists of one length item by item; anything else is
 * replaced. What is new is not copied, so that rows with one source share it.
 */
export function merge(target: Row, source: Row): void {
  for (const key in source) {
    const value = source[key];
    // the name that JSON may hold and an assignment would take for the prototype
    if (value === undefined || key === '__proto__') continue;
    const known = target[key];
    if (!isMerged(known, value)) target[key] = value;
  }
}

function isMerged(known: unknown, value: unknown): boolean {
  if (typeof known !== 'object' || known === null || typeof value !== 'object' || value === null) return false;
  if (known === value) return true;
  if (Array.isArray(known)) return Array.isArray(value) && mergeLists(known, value);
  if (Array.isArray(value)) return false;
  merge(known as Row, value as Row);
  return true;
}

function mergeLists(known: unknown[], values: readonly unknown[]): boolean {
  if (known.length !== values.length) return false;
  values.forEach((value, index) => {
    if (!isMerged(known[index], value)) known[index] = value;
  });
  return true;
}
