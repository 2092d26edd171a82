import { geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { ReactNode } from 'react';
import { focusOn } from '../../parts/forms/focus.js';
import { headingOf } from '../option-card.js';
import type { Option, Options } from '../options.js';
import { centreOfArea, centreOfMunicipality } from './areas.js';
import { apart, labelsOf, type Circle } from './labels.js';
import type { Home } from './map-panel.js';
import { cornersOf, spotsOf, type Point, type Spot } from './spots.js';
import { useBorders } from './use-borders.js';

const width = 360;
const height = 420;
/** What stays free at the edges, for circles and names. */
const margin = { side: 34, top: 22, bottom: 70 };

interface DrawnMapProps {
  readonly options: Options;
  readonly home: Home;
}

/**
 * Where the options are, by the centres of their postcode areas. Eyes and mouse only: the list beside it says the same to everybody, so that
 * the drawing is hidden from who listens, and has nothing that a keyboard would have to pass.
 */
export function DrawnMap({ options, home }: DrawnMapProps): ReactNode {
  const borders = useBorders();
  const { spots, elsewhere } = spotsOf(options, centreOfArea);
  const homeAt = centreOfArea(home.postcode4 ?? '');
  const middle = centreOfMunicipality(home.municipalityCode ?? '');
  const points = [...spots.map(({ at }) => at), ...(homeAt ? [homeAt] : []), ...(middle ? [middle] : [])];
  if (points.length === 0) return <p className="told">Van deze opties is niet bekend waar ze zijn.</p>;
  const projection = projectionFor(points);
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <rect className="map__ground" width={width} height={height} />
        {borders && <path className="map__borders" d={geoPath(projection)(borders) ?? ''} />}
        <Scale projection={projection} at={points[0] ?? [0, 0]} />
        <Places spots={spots} projection={projection} />
        {homeAt && <HomeMark at={pixelsOf(projection, homeAt)} />}
      </svg>
      <figcaption>
        Het getal is het nummer in de lijst, na een plus hoeveel er nog meer zijn. Dichte rondjes hebben nu iets vrij,
        open rondjes niet, of het is niet bekend.
        {homeAt && ' Het huisje is het postcodegebied van het kind.'}
        {elsewhere > 0 && ` Niet op de kaart: ${elsewhere}, want de plek is geheim of niet bekend.`}{' '}
        <span className="quiet">Plaatsen van postcodes: GeoNames, CC BY 4.0.</span>
      </figcaption>
    </figure>
  );
}

function projectionFor(points: readonly Point[]): GeoProjection {
  const frame = [
    [margin.side, margin.top],
    [width - margin.side, height - margin.bottom],
  ] as [[number, number], [number, number]];
  const coordinates = cornersOf(points).map(([longitude, latitude]) => [longitude, latitude]);
  return geoMercator().fitExtent(frame, { type: 'MultiPoint', coordinates });
}

function pixelsOf(projection: GeoProjection, [longitude, latitude]: Point): readonly [x: number, y: number] {
  return projection([longitude, latitude]) ?? [0, 0];
}

interface PlacesProps {
  readonly spots: readonly Spot[];
  readonly projection: GeoProjection;
}

function Places({ spots, projection }: PlacesProps): ReactNode {
  const circles = apart(spots.map((spot) => ({ spot, ...circleOf(spot, projection) })));
  const groups = new Map<string, Circle[]>();
  for (const { spot, ...circle } of circles) {
    const name = spot.options[0]?.node.municipality?.name;
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), circle]);
  }
  return (
    <>
      {/* the first of the list is drawn last: it lies on top */}
      {circles.toReversed().map(({ spot, x, y, radius }) => (
        <g
          key={spot.postcode4}
          className={spot.hasFree ? 'map__spot map__spot--free' : 'map__spot'}
          onClick={() => focusOn(headingOf(spot.options[0]?.node.id ?? ''))}
        >
          <title>{spot.options.map(lineOf).join('\n')}</title>
          <circle cx={x} cy={y} r={radius} />
          <text x={x} y={y} dy="0.35em">
            {numberOf(spot)}
          </text>
        </g>
      ))}
      {labelsOf(groups, width).map(({ text, x, y }) => (
        <text key={text} className="map__name" x={x} y={y}>
          {text}
        </text>
      ))}
    </>
  );
}

function circleOf({ at, options }: Spot, projection: GeoProjection): Circle {
  const [x, y] = pixelsOf(projection, at);
  return { x, y, radius: options.length === 1 ? 12 : 17 };
}

/** The first of the list, and how many more are there. */
function numberOf({ options }: Spot): string {
  const first = String(options[0]?.rank ?? '');
  return options.length === 1 ? first : `${first}+${options.length - 1}`;
}

function lineOf({ rank, node }: Option): string {
  return `${rank}. ${node.title}, ${node.organisation?.name ?? 'naam nu niet bekend'}`;
}

function HomeMark({ at: [x, y] }: { readonly at: readonly [x: number, y: number] }): ReactNode {
  return <path className="map__home" d={`M${x - 9} ${y}l9 -9l9 9v9h-18z`} />;
}

const scales = [2, 5, 10, 20, 50, 100];
const kmPerDegree = 111.2;

/** How far it is: a line of as many kilometres as fit. */
function Scale({
  projection,
  at: [longitude, latitude],
}: {
  readonly projection: GeoProjection;
  readonly at: Point;
}): ReactNode {
  const [, from] = pixelsOf(projection, [longitude, latitude]);
  const [, to] = pixelsOf(projection, [longitude, latitude + 1]);
  const perKm = Math.abs(to - from) / kmPerDegree;
  const km = scales.findLast((one) => one * perKm < width / 3) ?? 1;
  return (
    <g className="map__scale">
      <path d={`M12 ${height - 18}v6h${km * perKm}v-6`} />
      <text x={12} y={height - 22}>
        {km} km
      </text>
    </g>
  );
}
