import { firstGeneratedCode, flevoland } from '../../vocabulary/places/region.js';

/**
 * SQL expressions that copy the demonstration region into more regions of the same density, set-based: `g` is the number of
 * the region, 2 and up. The same identifier copies to the same identifier in every subgraph, so references stay whole.
 */
export const growth = {
  /** The identifier of a row's copy. */
  id: (column: string): string => `md5(${column}::text || ':' || g)::uuid`,

  regionKey: (): string => `'region-' || g`,

  /** A municipality of Flevoland becomes the one in its place in region g; any other code, a neighbour, stays as it is. */
  municipality: (column: string): string => {
    const size = flevoland.municipalityCodes.length;
    const cases = flevoland.municipalityCodes
      .map((code, index) => `when '${code}' then (${firstGeneratedCode + index} + (g - 2) * ${size})::text`)
      .join(' ');
    return `case ${column} ${cases} else ${column} end`;
  },
};
