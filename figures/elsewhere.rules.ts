import type { Region } from '../vocabulary/places/region.js';
import type { Counted } from './figure-question.js';
import type { FigureLabel } from './figure.type.js';
import { municipalityLabels } from './labels.rules.js';
import type { GroupCount } from './two-way-figure.rules.js';

const elsewhere: FigureLabel = { key: 'ELSEWHERE', title: 'Buiten de regio' };

/** Every municipality of a region, and one row for the children of the region who live outside it. */
export function homeLabels(region: Region): FigureLabel[] {
  return [...municipalityLabels(region), elsewhere];
}

/** Counts by municipality, those outside the region together. */
export function atHomeOrElsewhere({ municipalityCodes }: Region, counted: Counted<GroupCount>): Counted<GroupCount> {
  const groupOf = (code: string): string => (municipalityCodes.includes(code) ? code : elsewhere.key);
  return { ...counted, counts: counted.counts.map((one) => ({ ...one, group: groupOf(one.group) })) };
}
