import { isUnwritable } from '../../../platform/input/free-text.js';

export const longestKey = 200;

/** Whether a text can be a provider's own key of an offer or site; any other text is the key of nothing. */
export function isKey(text: string): boolean {
  return text.length > 0 && text.length <= longestKey && text.trim() === text && !isUnwritable(text);
}
