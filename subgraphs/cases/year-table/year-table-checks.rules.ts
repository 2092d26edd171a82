import { municipality, type Municipality } from '../../../vocabulary/places/municipality.js';
import type { Region } from '../../../vocabulary/places/region.js';
import { sum } from '../../../figures/suppression/figures.js';
import { comparisons, type Comparison, type Numbers } from './comparisons.rules.js';
import type { CountedTable, ShownTable } from './year-table.rules.js';
import type { YearTableCheck } from './year-table.type.js';
import { YearTableCheckCode } from './year-table.vocabulary.js';

/**
 * What in a table does not add up or is easily misread, one check for each municipality concerned. Where numbers are withheld, no
 * number is told and a comparison that needs one of them is not made: the checks say nothing that the shown numbers do not say.
 */
export function yearTableChecks(region: Region, year: number, table: ShownTable): YearTableCheck[] {
  return [
    ...comparisons.flatMap((comparison) => comparisonChecks(comparison, table)),
    ...missingMunicipalities(region, year, table),
  ];
}

function comparisonChecks(comparison: Comparison, table: ShownTable): YearTableCheck[] {
  const compared = table.municipalityCodes.map((code, column) => ({
    place: municipality(code),
    numbers: numbersOf(comparison, table, column),
    isShown: isShown(comparison, table, column),
  }));
  const found = compared
    .filter(({ numbers, isShown }) => isShown && comparison.isFinding(numbers))
    .map(({ place, numbers }) => {
      const told = table.isExact ? numbers : null;
      const text = comparison.text(place.name, told);
      return toCheck(comparison.code, text, place, told && [told.children, told.counted]);
    });
  if (compared.every(({ isShown }) => isShown)) return found;
  return [...found, undecided(comparison.code)];
}

/** What is said once where withheld numbers decide. */
function undecided(code: YearTableCheckCode): YearTableCheck {
  const text = `Niet overal na te gaan: ${YearTableCheckCode.dutch[code]}. Kleine aantallen zijn weggelaten.`;
  return toCheck(code, text, null, null);
}

function numbersOf(comparison: Comparison, { lines }: CountedTable, column: number): Numbers {
  const counts = (kept: typeof lines): number[] => kept.map((line) => line.counts[column] ?? 0);
  return {
    children: sum(counts(lines.filter(({ section }) => section === 'CONSULTATIONS'))),
    counted: sum(counts(lines.filter((line) => comparison.isCounted(line)))),
  };
}

function isShown(comparison: Comparison, { lines }: ShownTable, column: number): boolean {
  return lines
    .filter((line) => line.section === 'CONSULTATIONS' || comparison.isCounted(line))
    .every(({ shown }) => shown.counts[column] !== null);
}

/** The municipalities of a region of whose children none is in the table, as far as that can be seen in it. */
function missingMunicipalities({ municipalityCodes }: Region, year: number, table: ShownTable): YearTableCheck[] {
  const children = table.lines.find(({ section }) => section === 'CONSULTATIONS')?.shown.counts ?? [];
  const seen = municipalityCodes.map((code) => {
    const column = table.municipalityCodes.indexOf(code);
    return { place: municipality(code), count: column < 0 ? 0 : (children[column] ?? null) };
  });
  const missing = seen
    .filter(({ count }) => count === 0)
    .map(({ place }) => {
      const text = `${place.name} hoort bij de regio, maar heeft in ${year} geen consultatie.`;
      return toCheck('MUNICIPALITY_WITHOUT_CONSULTATIONS', text, place, table.isExact ? [1, 0] : null);
    });
  if (seen.every(({ count }) => count !== null)) return missing;
  return [...missing, undecided('MUNICIPALITY_WITHOUT_CONSULTATIONS')];
}

function toCheck(
  code: YearTableCheckCode,
  text: string,
  place: Municipality | null,
  numbers: readonly [expected: number, actual: number] | null,
): YearTableCheck {
  const [expected, actual] = numbers ?? [null, null];
  return { code, text, municipality: place, expected, actual };
}
