/** Why an element that must be there cannot be drafted. */
export type WhyMissing = 'NOT_RECORDED' | 'NOT_YET' | 'NO_PROVIDER' | 'NO_CODE' | 'SEVERAL';

/** One element of a message: by the hub, with its value or why it is missing; or left to the owner's own system. */
export interface Element {
  readonly path: string;
  readonly value: string | number | null;
  /** Why there is no value, of one that must be there; null of any other. */
  readonly missing: WhyMissing | null;
  readonly by: 'HUB' | 'OWNER';
}

/** An element that must be there. */
export function must(
  path: string,
  value: string | number | null | undefined,
  why: WhyMissing = 'NOT_RECORDED',
): Element {
  return { path, value: value ?? null, missing: value == null ? why : null, by: 'HUB' };
}

/** An element that may be left out. */
export function may(path: string, value: string | number | null | undefined): Element {
  return { path, value: value ?? null, missing: null, by: 'HUB' };
}

/** Elements that the hub does not know and never may: the owner's own system fills them in. */
export function ofOwner(...paths: readonly string[]): Element[] {
  return paths.map((path) => ({ path, value: null, missing: null, by: 'OWNER' }));
}
