/** An object without what is null, undefined or an empty list: the standards know absence, not null. */
export function withoutEmpty<T extends object>(object: T): { [K in keyof T]: NonNullable<T[K]> } {
  const isEmpty = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value))) as never;
}
