import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ConfigurationError, type Environment } from '../../platform/process/environment.js';
import type { PageFile } from './page-files.js';

const mostBytes = 2_000_000;
/** West, south, east and north of the Netherlands, in degrees. */
const [west, south, east, north] = [3, 50, 8, 54];

/**
 * The borders that the map of the page shows, from the GeoJSON file that MAP_BORDERS_FILE names; null without one. Throws a ConfigurationError
 * for a file that cannot be read, is above 2 MB, or is no GeoJSON of the Netherlands in longitude and latitude.
 */
export function readMapBorders(environment: Environment): PageFile | null {
  const file = environment['MAP_BORDERS_FILE'] ?? '';
  if (file === '') return null;
  const bytes = Buffer.from(JSON.stringify(bordersOf(textOf(file))));
  return { type: 'application/geo+json', bytes, gzipped: gzipSync(bytes) };
}

function textOf(file: string): string {
  try {
    if (statSync(file).size > mostBytes) throw wrong('is above 2 MB: simplify its lines');
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw error instanceof ConfigurationError ? error : wrong('cannot be read');
  }
}

/** Of each feature its shape alone: what else a file says of its areas is no matter of the map. */
function bordersOf(text: string) {
  const { type, features } = objectOf(parsed(text));
  if (type !== 'FeatureCollection' || !Array.isArray(features)) throw wrong('is no FeatureCollection of GeoJSON');
  return {
    type,
    features: features.map((feature: unknown) => ({ type: 'Feature', properties: {}, geometry: geometryOf(feature) })),
  };
}

const shapes = ['Polygon', 'MultiPolygon', 'LineString', 'MultiLineString'];

function geometryOf(feature: unknown) {
  const { type, coordinates } = objectOf(objectOf(feature)['geometry']);
  if (!shapes.includes(String(type))) throw wrong('has a shape that is no line and no area');
  checkPoints(coordinates);
  return { type, coordinates };
}

function checkPoints(coordinates: unknown): void {
  if (!Array.isArray(coordinates)) throw wrong('has a shape without coordinates');
  const [longitude, latitude] = coordinates as unknown[];
  if (typeof longitude !== 'number') {
    coordinates.forEach(checkPoints);
    return;
  }
  const isHere = longitude > west && longitude < east && Number(latitude) > south && Number(latitude) < north;
  if (!isHere) throw wrong('has points outside the Netherlands: longitude comes first, then latitude, in degrees');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong('is no JSON');
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function wrong(what: string): ConfigurationError {
  return new ConfigurationError(`The file of MAP_BORDERS_FILE ${what}.`);
}
