import { municipality } from '../../../vocabulary/places/municipality.js';
import type { ShownTable } from './year-table.rules.js';
import type { YearTableRow, YearTableSection } from './year-table.type.js';
import { YearTableSectionKind } from './year-table.vocabulary.js';

const titles: Readonly<Record<YearTableSectionKind, string>> = {
  CONSULTATIONS: 'Consultatie',
  REFERRERS: 'Verwijzer',
  INTERVENTIONS: 'Interventies',
  RESULTS: 'Resultaat',
};

/** The sections of a table, each with its rows and cells as far as they may be shown. */
export function yearTableSections({ municipalityCodes, lines }: ShownTable): YearTableSection[] {
  const toRow = ({ key, title, shown }: ShownTable['lines'][number]): YearTableRow => ({
    key,
    title,
    total: shown.total,
    cells: municipalityCodes.map((code, column) => {
      const count = shown.counts[column] ?? null;
      return { municipality: municipality(code), count, isSuppressed: count === null };
    }),
  });
  return YearTableSectionKind.codes.map((kind) => ({
    kind,
    title: titles[kind],
    rows: lines.filter(({ section }) => section === kind).map(toRow),
  }));
}
