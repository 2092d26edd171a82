/** A list without what it says twice, in its order; anything else as it is. */
export function withoutRepeats<T>(value: T): T {
  return Array.isArray(value) ? ([...new Set<unknown>(value)] as T) : value;
}
