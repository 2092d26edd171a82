import { municipality } from '../../../vocabulary/places/municipality.js';
import type { Region } from '../../../vocabulary/places/region.js';
import { sum, type Section } from '../../../figures/suppression/figures.js';
import { suppressSmallCounts, type ShownRow } from '../../../figures/suppression/suppression.rules.js';
import { yearTableLines, type YearTableLine } from './year-table-lines.rules.js';
import type { YearTableSectionKind } from './year-table.vocabulary.js';

/** How many consultations of one municipality carry a code: of the referrer's municipality for referrers, else of the child's. */
export interface CodeCount {
  readonly section: YearTableSectionKind;
  readonly code: string;
  readonly municipalityCode: string;
  readonly count: number;
}

/** A line with its count for each municipality of the table. */
export interface CountedLine extends YearTableLine {
  readonly counts: readonly number[];
}

export interface CountedTable {
  /** In the order of their names. */
  readonly municipalityCodes: readonly string[];
  readonly lines: readonly CountedLine[];
}

/** A table and, line by line, what may be shown of it: everything, or what is left when small counts are withheld. */
export interface ShownTable extends CountedTable {
  readonly isExact: boolean;
  readonly lines: readonly (CountedLine & { readonly shown: ShownRow })[];
}

/** The table of a year: a column for every municipality that has consultations, a line for every row of the report. */
export function countedTable(counts: readonly CodeCount[]): CountedTable {
  const municipalityCodes = [...new Set(counts.map(({ municipalityCode }) => municipalityCode))].sort(byName);
  const lines = yearTableLines.map((line) => {
    const onLine = counts.filter(({ section, code }) => section === line.section && line.codes.includes(code));
    const countIn = (place: string): number =>
      sum(onLine.filter(({ municipalityCode }) => municipalityCode === place).map(({ count }) => count));
    return { ...line, counts: municipalityCodes.map(countIn) };
  });
  return { municipalityCodes, lines };
}

function byName(one: string, other: string): number {
  return municipality(one).name.localeCompare(municipality(other).name, 'nl');
}

/** Every number as it is. */
export function shownExactly(table: CountedTable): ShownTable {
  const lines = table.lines.map((line) => ({ ...line, shown: { counts: line.counts, total: sum(line.counts) } }));
  return { ...table, isExact: true, lines };
}

/** How each section counts the children: the reader of the suppressed table knows it. */
const countedAs: Readonly<Record<YearTableSectionKind, Section>> = {
  CONSULTATIONS: 'EVERYONE',
  REFERRERS: 'PARTITION',
  INTERVENTIONS: 'OVERLAPPING',
  RESULTS: 'EXCLUSIVE',
};

/** Small counts withheld, the rest rounded; where nothing is left, not even which municipalities have consultations. */
export function shownSuppressed(table: CountedTable, region: Region): ShownTable {
  const shown = suppressSmallCounts(
    table.lines.map(({ section, counts }) => ({ section: countedAs[section], counts })),
  );
  if (shown.flatMap(({ counts, total }) => [...counts, total]).every((number) => number === null))
    return shownAsNothing(region);
  const lines = table.lines.map((line, row) => ({ ...line, shown: shown[row] ?? { counts: [], total: null } }));
  return { ...table, isExact: false, lines };
}

/** A table that is the same for every year of which nothing may be shown: a column for each municipality of the region. */
function shownAsNothing(region: Region): ShownTable {
  const municipalityCodes = [...region.municipalityCodes].sort(byName);
  const each = <T>(value: T): T[] => municipalityCodes.map(() => value);
  const lines = yearTableLines.map((line) => ({
    ...line,
    counts: each(0),
    shown: { counts: each(null), total: null },
  }));
  return { municipalityCodes, isExact: false, lines };
}
