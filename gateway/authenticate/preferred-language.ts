import type { Language } from '../../platform/errors/errors.js';

/** The language for a header `Accept-Language`: Dutch, unless English is preferred to it. */
export function preferredLanguage(header: string | undefined): Language {
  const weights = { nl: 0, en: 0 };
  for (const range of (header ?? '').split(',')) {
    const [, language, quality] = /^\s*(nl|en)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([0-9.]+)\s*)?$/i.exec(range) ?? [];
    const key = language?.toLowerCase() as Language | undefined;
    if (key) weights[key] = Math.max(weights[key], Number(quality ?? 1) || 0);
  }
  return weights.en > weights.nl ? 'en' : 'nl';
}
