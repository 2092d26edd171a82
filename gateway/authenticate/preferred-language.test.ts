import { describe, expect, it } from '@jest/globals';
import { preferredLanguage } from './preferred-language.js';

describe('the language of a request', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['*', 'nl'],
    ['de-DE, fr', 'nl'],
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
    ['en', 'en'],
    ['EN-us ; q=0.5', 'en'],
    ['nl;q=0, en;q=0.1', 'en'],
    ['en;q=x', 'nl'],
    ['en, nl', 'nl'],
    ['english', 'nl'],
  ] as const)('for %s is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
