import { AgeBand } from '../../../vocabulary/age-band.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { LearningFactor } from '../../../vocabulary/learning-factor.js';
import { codes, GuideFault, record, sourceOf, text } from '../guides/guide-values.rules.js';

/** A theme as a region keeps it in its guide, with the codes by which needs, stuck cases and signals belong to it. */
export interface RegionTheme {
  readonly code: string;
  readonly title: string;
  readonly rungs: readonly LadderRung[];
  readonly ageBands: readonly AgeBand[];
  readonly factors: readonly LearningFactor[];
  readonly source: string | null;
}

const mostThemes = 20;
const codeShape = /^[A-Z][A-Z0-9_]{1,39}$/;

/** The themes in the guide of a region, each under a code of its own. Throws GuideFault for what makes no sense. */
export function themesFrom(given: unknown, sources: ReadonlyMap<string, string>): readonly RegionTheme[] {
  if (!Array.isArray(given) || given.length > mostThemes)
    throw new GuideFault('themes', `a list of ${mostThemes} at the most`);
  const themes = given.map((one, index) => themeFrom(one, `themes[${index}]`, sources));
  themes.forEach(({ code }, index) => {
    if (themes.findIndex((one) => one.code === code) < index)
      throw new GuideFault(`themes[${index}].code`, 'each code once');
  });
  return themes;
}

function themeFrom(given: unknown, path: string, sources: ReadonlyMap<string, string>): RegionTheme {
  const theme = record(given, path, ['code', 'title', 'rungs', 'ageBands', 'factors', 'source']);
  return {
    code: themeCode(theme['code'], `${path}.code`),
    title: text(theme['title'], `${path}.title`),
    rungs: codes(theme['rungs'] ?? [], `${path}.rungs`, LadderRung.codes),
    ageBands: codes(theme['ageBands'] ?? [], `${path}.ageBands`, AgeBand.codes),
    factors: codes(theme['factors'] ?? [], `${path}.factors`, LearningFactor.codes),
    source: sourceOf(theme['source'] ?? null, `${path}.source`, sources),
  };
}

function themeCode(given: unknown, path: string): string {
  if (typeof given !== 'string' || !codeShape.test(given)) throw new GuideFault(path, 'a code such as FOSTER_FAMILIES');
  return given;
}
