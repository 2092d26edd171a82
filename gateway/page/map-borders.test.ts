import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readMapBorders } from './map-borders.js';

const folder = mkdtempSync(join(tmpdir(), 'thuisbasis-borders-'));

function read(text: string) {
  const file = join(folder, 'borders.geojson');
  writeFileSync(file, text);
  return readMapBorders({ MAP_BORDERS_FILE: file });
}

function collection(geometry: object): string {
  const feature = { type: 'Feature', properties: { name: 'Lelystad', inhabitants: 84_000 }, geometry };
  return JSON.stringify({ type: 'FeatureCollection', features: [feature] });
}

const square = [
  [
    [5, 52],
    [6, 52],
    [6, 53],
    [5, 52],
  ],
];

describe('the borders of a region on the map', () => {
  it('are none where no file is named', () => {
    expect(readMapBorders({})).toBeNull();
  });

  it('are the shapes of the file and nothing else that it says', () => {
    const borders = read(collection({ type: 'Polygon', coordinates: square }));
    expect(borders?.type).toBe('application/geo+json');
    expect(JSON.parse(String(borders?.bytes))).toEqual({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: square } }],
    });
  });

  it.each([
    ['is no JSON', '{'],
    ['is no FeatureCollection of GeoJSON', '{"type":"Topology"}'],
    ['has a shape that is no line and no area', collection({ type: 'Point', coordinates: [5, 52] })],
    ['has a shape without coordinates', collection({ type: 'Polygon' })],
    [
      'has points outside the Netherlands',
      collection({
        type: 'LineString',
        coordinates: [
          [52, 5],
          [53, 5],
        ],
      }),
    ],
    ['has points outside the Netherlands', collection({ type: 'LineString', coordinates: [[155_000, 463_000]] })],
    ['is above 2 MB', ' '.repeat(2_000_001)],
  ])('stop the start where the file %s', (what, text) => {
    expect(() => read(text)).toThrow(`The file of MAP_BORDERS_FILE ${what}`);
  });

  it('stop the start where the file is not there', () => {
    expect(() => readMapBorders({ MAP_BORDERS_FILE: '/nowhere.geojson' })).toThrow('cannot be read');
  });
});
