import { describe, expect, it } from '@jest/globals';
import { LadderRung, ladderPosition } from './ladder.js';
import { isMunicipality, municipality, municipalityCodeFrom } from './places/municipality.js';
import { findRegion, flevoland, generatedRegion, regionAround } from './places/region.js';

describe('the ladder', () => {
  it('puts family forms before groups, as the law asks (Jeugdwet 2.3(6))', () => {
    const family = ['KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME'] as const;
    const groups = ['SMALL_SCALE', 'ASSISTED_LIVING', 'RESIDENTIAL_GROUP', 'SECURE'] as const;
    expect(Math.max(...family.map((rung) => ladderPosition(rung)))).toBeLessThan(
      Math.min(...groups.map((rung) => ladderPosition(rung))),
    );
  });

  it('puts a tailored arrangement where the child lives with it', () => {
    expect(ladderPosition('TAILORED', 'FOSTER')).toBe(ladderPosition('FOSTER'));
  });

  it('has a Dutch word for every rung', () => {
    expect(LadderRung.codes.every((rung) => LadderRung.dutch[rung].length > 3)).toBe(true);
  });
});

describe('municipalities and regions', () => {
  it('knows the six municipalities of Flevoland by name', () => {
    const names = flevoland.municipalityCodes.map((code) => municipality(code).name);
    expect(names.sort()).toEqual(['Almere', 'Dronten', 'Lelystad', 'Noordoostpolder', 'Urk', 'Zeewolde']);
  });

  it('knows which codes exist', () => {
    expect(isMunicipality('0995')).toBe(true);
    expect(isMunicipality('0001')).toBe(false);
  });

  it('reads a code with GM and without, and only one that exists', () => {
    expect(['0995', 'GM0995', 'GM0034'].map(municipalityCodeFrom)).toEqual(['0995', '0995', '0034']);
    expect(
      ['0001', 'GM0001', 'gm0995', '995', '09955', '0995\n', ''].every((code) => municipalityCodeFrom(code) === null),
    ).toBe(true);
  });

  it('gives generated regions codes that no real municipality and no other region has', () => {
    const codes = [2, 3, 999, 1_000].flatMap((n) => generatedRegion(n).municipalityCodes);
    expect(new Set(codes).size).toBe(24);
    expect(codes.every((code) => /^[2-9][0-9]{3}$/.test(code))).toBe(true);
  });

  it('finds a region by its key and no other', () => {
    expect(findRegion('flevoland')).toBe(flevoland);
    expect(findRegion('region-2')?.municipalityCodes).toHaveLength(6);
    expect(['region-1', 'region-0', 'region-', 'utrecht', ''].map(findRegion)).toEqual([null, null, null, null, null]);
  });

  it('knows of each municipality of a region which that is', () => {
    expect(['0034', '2000', '2005', '2006', '0363'].map((code) => regionAround(code)?.key ?? null)).toEqual([
      ...['flevoland', 'region-2', 'region-2', 'region-3', null],
    ]);
  });
});
