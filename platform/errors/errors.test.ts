import { describe, expect, it } from '@jest/globals';
import { errorMessage, errorTexts, HubError, isErrorCode, type ErrorCode } from './errors.js';

const codes = Object.keys(errorTexts).filter(isErrorCode);

describe('every error', () => {
  it.each(codes)('%s says in both languages what to do, with the same parameters', (code: ErrorCode) => {
    const parameters = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    const { nl, en } = errorTexts[code];
    expect(nl.length).toBeGreaterThan(15);
    expect(parameters(nl)).toEqual(parameters(en));
    expect(nl).toMatch(/\.$/);
    expect(en).toMatch(/\.$/);
  });

  it('fills in its parameters', () => {
    expect(errorMessage('PAGE_TOO_LARGE', 'en', { limit: 100 })).toBe(
      'Ask for at least 1 and at most 100 rows at a time with "first".',
    );
  });

  it('leaves with its code and parameters', () => {
    expect(new HubError('PAGE_TOO_LARGE', { limit: 100 }).extensions).toEqual({ code: 'PAGE_TOO_LARGE', limit: 100 });
  });

  it('is known by its own name only', () => {
    expect(['toString', 'constructor', '', null, 3].some(isErrorCode)).toBe(false);
  });
});
