import { postcodeAreas } from '../../generated/postcode-areas.js';
import type { Point } from './spots.js';

interface Area {
  readonly municipalityCode: string;
  readonly centre: Point;
}

const areas = new Map<string, Area>();
for (const line of postcodeAreas.split('\n')) {
  const [postcode4 = '', municipalityCode = '', latitude, longitude] = line.split(' ');
  areas.set(postcode4, { municipalityCode, centre: [Number(longitude), Number(latitude)] });
}

/** The centre of a postcode area; nothing where there is no such area. */
export function centreOfArea(postcode4: string): Point | undefined {
  return areas.get(postcode4)?.centre;
}

/** The middle of the postcode areas of a municipality; nothing where there are none. */
export function centreOfMunicipality(code: string): Point | undefined {
  const own = [...areas.values()].filter(({ municipalityCode }) => municipalityCode === code);
  if (own.length === 0) return undefined;
  const mean = (axis: 0 | 1): number => own.reduce((sum, { centre }) => sum + centre[axis], 0) / own.length;
  return [mean(0), mean(1)];
}
