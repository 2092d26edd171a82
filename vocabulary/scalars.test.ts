import { describe, expect, it } from '@jest/globals';
import { LanguageTag, MunicipalityCode, Postcode4 } from './scalars.js';

describe('a postcode', () => {
  it.each([
    ['8232', '8232'],
    ['8232AB', '8232'],
    ['8232 AB', '8232'],
    ['8232 ab', '8232'],
  ])('%j is kept as %j: letters are dropped', (given, kept) => {
    expect(Postcode4.parseValue(given)).toBe(kept);
  });

  it.each(['0232', '0232AB', '1234SS', '1234 sa', '1234SD', '823', '82322', '8232A', 'abcd', '', 8232, null])(
    '%j is refused',
    (given) => {
      expect(() => Postcode4.parseValue(given)).toThrow('Postcode4');
    },
  );
});

describe('a municipality code', () => {
  it.each([
    ['0995', '0995'],
    ['GM0995', '0995'],
  ])('%j is kept as %j', (given, kept) => {
    expect(MunicipalityCode.parseValue(given)).toBe(kept);
  });

  it.each(['995', 'GM995', '09955', 'gm0995', 995])('%j is refused without repeating it', (given) => {
    expect(() => MunicipalityCode.parseValue(given)).toThrow(/^MunicipalityCode must look like 0995$/);
  });
});

describe('a language', () => {
  it.each(['nl', 'ar', 'ti', 'dse', 'nl-BE'])('%s is a tag', (tag) => {
    expect(LanguageTag.parseValue(tag)).toBe(tag);
  });

  it.each(['Nederlands', 'n', 'nl_NL', ''])('%s is none', (tag) => {
    expect(() => LanguageTag.parseValue(tag)).toThrow('LanguageTag');
  });
});
