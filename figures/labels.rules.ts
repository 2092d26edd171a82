import { municipality } from '../vocabulary/places/municipality.js';
import type { Region } from '../vocabulary/places/region.js';
import type { Vocabulary } from '../vocabulary/define-enum.js';
import type { FigureLabel } from './figure.type.js';

/** Every municipality of a region, by name. */
export function municipalityLabels({ municipalityCodes }: Region): FigureLabel[] {
  const labels = municipalityCodes.map((code) => ({ key: code, title: municipality(code).name }));
  return labels.sort((one, other) => one.title.localeCompare(other.title, 'nl'));
}

/** Every month of a year. */
export function monthLabels(year: number): FigureLabel[] {
  return Array.from({ length: 12 }, (_, month) => {
    const key = `${year}-${String(month + 1).padStart(2, '0')}`;
    const title = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return { key, title: title.format(new Date(`${key}-01T00:00:00Z`)) };
  });
}

/** Every code of a vocabulary. */
export function codeLabels<K extends string>({ codes, dutch }: Vocabulary<K>): FigureLabel[] {
  return codes.map((key) => ({ key, title: dutch[key] }));
}
