import { isUnwritable } from './free-text.js';

export const longestKey = 200;

/** Whether a text can be an organisation's own key of an offer, a site or a professional; any other text is the key of nothing. */
export function isKey(text: string): boolean {
  return text.length > 0 && text.length <= longestKey && text.trim() === text && !isUnwritable(text);
}

/** Those keys that stand in a request more than once: which of their rows is meant cannot be known. */
export function repeatedIn(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(keys.filter((key) => seen.size === seen.add(key).size));
}
