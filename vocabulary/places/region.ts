/** A youth region (jeugdhulpregio): the municipalities that buy care together. */
export interface Region {
  readonly key: string;
  readonly name: string;
  /** Prefix of the case numbers of the region. */
  readonly prefix: string;
  readonly municipalityCodes: readonly string[];
}

/** Flevoland and its six municipalities: Almere, Dronten, Lelystad, Noordoostpolder, Urk, Zeewolde. */
export const flevoland: Region = {
  key: 'flevoland',
  name: 'Flevoland',
  prefix: 'FL',
  municipalityCodes: ['0034', '0303', '0995', '0171', '0184', '0050'],
};

/** Codes from here on are given to no real municipality; generated regions, made for measurements, use them. */
export const firstGeneratedCode = 2000;

/** The nth region of a generated country, n >= 2: as many municipalities as Flevoland, under codes of their own. */
export function generatedRegion(n: number): Region {
  const first = firstGeneratedCode + (n - 2) * flevoland.municipalityCodes.length;
  return {
    key: `region-${n}`,
    name: `Regio ${n}`,
    prefix: `R${n}`,
    municipalityCodes: flevoland.municipalityCodes.map((_, index) => String(first + index)),
  };
}

export function findRegion(key: string): Region | null {
  if (key === flevoland.key) return flevoland;
  const number = /^region-([1-9][0-9]{0,3})$/.exec(key)?.[1];
  return number !== undefined && Number(number) >= 2 ? generatedRegion(Number(number)) : null;
}

/** The region that a municipality is of; null for one of a region that is not known here. */
export function regionAround(municipalityCode: string): Region | null {
  if (flevoland.municipalityCodes.includes(municipalityCode)) return flevoland;
  const after = Number(municipalityCode) - firstGeneratedCode;
  return after >= 0 ? generatedRegion(Math.floor(after / flevoland.municipalityCodes.length) + 2) : null;
}
