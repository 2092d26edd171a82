import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { remark } from '../../../platform/input/free-text.js';
import { guideFrom } from '../guides/guide.rules.js';
import { guideService } from '../guides/guide.service.js';
import { themesFrom } from './theme.rules.js';

const sources = new Map([['jv', 'Jaarverslag']]);
const theme = { code: 'FOSTER_FAMILIES', title: 'Pleeggezinnen', rungs: ['FOSTER'], source: 'jv' };
const guide = guideFrom(JSON.parse(readFileSync(new URL('../guides/regions/flevoland.json', import.meta.url), 'utf8')));

describe('the themes of a region', () => {
  it('are kept in its guide, each with codes by which needs, stuck cases or signals belong to it', () => {
    expect(guide.themes.length).toBeGreaterThanOrEqual(5);
    for (const { rungs, ageBands, factors } of guide.themes)
      expect(rungs.length + ageBands.length + factors.length).toBeGreaterThan(0);
  });

  it('name nobody, and each the document that it is drawn from', () => {
    for (const { title, source } of guide.themes) {
      expect(remark('title', title, 400)).toBe(title);
      expect(source).not.toBeNull();
    }
  });

  it('may be none', () => {
    expect(themesFrom([], sources)).toEqual([]);
  });

  it('say what they are about, and are about nothing where nothing is said', () => {
    expect(themesFrom([theme], sources)).toEqual([{ ...theme, ageBands: [], factors: [], source: 'Jaarverslag' }]);
  });

  it.each<[string, unknown, string]>([
    ['that are no list', {}, 'themes'],
    ['too many to keep', Array<object>(21).fill(theme), 'themes'],
    ['twice under one code', [theme, theme], 'themes[1].code'],
    ['under a code that is none', [{ ...theme, code: 'Pleegzorg' }], 'themes[0].code'],
    ['without a title', [{ ...theme, title: ' ' }], 'themes[0].title'],
    ['on a rung that nobody knows', [{ ...theme, rungs: ['CASTLE'] }], 'themes[0].rungs'],
    ['with an age that is no band', [{ ...theme, ageBands: ['AGE_99'] }], 'themes[0].ageBands'],
    ['about a factor that nobody counts', [{ ...theme, factors: ['LUCK'] }], 'themes[0].factors'],
    ['from a document that is not listed', [{ ...theme, source: 'hearsay' }], 'themes[0].source'],
    ['with a field that means nothing', [{ ...theme, rung: 'FOSTER' }], 'themes[0].rung'],
  ])('are refused %s, with where the fault stands', (_, given, place) => {
    expect(() => themesFrom(given, sources)).toThrow(place);
  });

  it('are those of the region that is asked for, and a theme that it keeps no more is none', () => {
    const guides = guideService(new Map([['flevoland', guide]]));
    expect(guides.theme('flevoland', 'FOSTER_FAMILIES')).toMatchObject({ region: 'flevoland' });
    expect(guides.theme('flevoland', 'GONE')).toBeNull();
    expect(guides.theme('region-2', 'FOSTER_FAMILIES')).toBeNull();
  });
});
