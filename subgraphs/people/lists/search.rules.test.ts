import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { narrowing, narrowingDay, narrowingMunicipality, searchText } from './search.rules.js';

describe('what narrows a list', () => {
  it.each([[null], [undefined], [[]]])('%j narrows nothing', (values) => {
    expect(narrowing(values)).toBeNull();
  });

  it('narrows to the values given', () => {
    expect(narrowing(['RET'])).toEqual(['RET']);
  });

  it('knows a municipality by its code', () => {
    expect([narrowingMunicipality('0995'), narrowingMunicipality(null), narrowingMunicipality(undefined)]).toEqual([
      '0995',
      null,
      null,
    ]);
  });

  it('refuses a code that no municipality has, without repeating it', () => {
    expect(() => narrowingMunicipality('0001')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_MUNICIPALITY', parameters: { field: 'municipalityCode' } }),
    );
  });

  it('takes every day but those of the year 0', () => {
    expect([narrowingDay('0001-01-01', 'activeOn'), narrowingDay(undefined, 'activeOn')]).toEqual(['0001-01-01', null]);
    expect(() => narrowingDay('0000-12-31', 'activeOn')).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', parameters: expect.objectContaining({ field: 'activeOn' }) }),
    );
  });

  it('keeps every character of a text but NUL, which PostgreSQL cannot hold', () => {
    expect(searchText('50%_\\\'"')).toBe('50%_\\\'"');
    expect(searchText('a\0b')).toBe('a\uFFFDb');
  });
});
