/** A number of 32 bits that depends on a text alone (FNV-1a, mixed once more). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 15)) >>> 0;
}

/** One of a list, which depends on a text alone. */
export function pick<T>(list: readonly T[], text: string): T {
  const item = list[hash(text) % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
