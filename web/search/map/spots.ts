import type { Option, Options } from '../options.js';

/** Longitude and latitude, as GeoJSON has them. */
export type Point = readonly [longitude: number, latitude: number];

/** The options that are given from one postcode area, in the order of the list. */
export interface Spot {
  readonly postcode4: string;
  readonly at: Point;
  readonly options: readonly Option[];
  readonly hasFree: boolean;
}

/** What of a search can be drawn, and how many options cannot: where they are is secret, or not known. */
export interface Spots {
  readonly spots: readonly Spot[];
  readonly elsewhere: number;
}

/** Gathers options by postcode area. `centreOf` gives the centre of one, nothing where nobody knows it. */
export function spotsOf({ edges }: Pick<Options, 'edges'>, centreOf: (postcode4: string) => Point | undefined): Spots {
  const areas = new Map<string, Option[]>();
  for (const option of edges) {
    const postcode4 = option.node.site?.postcode4;
    if (postcode4 === undefined || !centreOf(postcode4)) continue;
    areas.set(postcode4, [...(areas.get(postcode4) ?? []), option]);
  }
  const spots = [...areas].flatMap(([postcode4, options]) => {
    const at = centreOf(postcode4);
    return at ? [{ postcode4, at, options, hasFree: options.some(isFree) }] : [];
  });
  const drawn = spots.reduce((sum, { options }) => sum + options.length, 0);
  return { spots, elsewhere: edges.length - drawn };
}

function isFree({ node }: Option): boolean {
  return (node.availability?.available ?? 0) > 0;
}

/** The least that a map shows, in degrees: some twenty kilometres each way, so that one place is not a world. */
const least: Point = [0.3, 0.18];

/** Two opposite corners of a map that shows all these points. */
export function cornersOf(points: readonly Point[]): readonly [Point, Point] {
  const [west, east] = widened(
    points.map(([longitude]) => longitude),
    least[0],
  );
  const [south, north] = widened(
    points.map(([, latitude]) => latitude),
    least[1],
  );
  return [
    [west, south],
    [east, north],
  ];
}

function widened(values: readonly number[], size: number): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const lack = Math.max(0, size - (high - low)) / 2;
  return [low - lack, high + lack];
}
