import { describe, expect, it } from '@jest/globals';
import { apart, labelsOf } from './labels.js';

describe('names and numbers on the map', () => {
  it('moves circles until none hides the number of another, and leaves the others where they are', () => {
    const [one, other, far] = apart([
      { x: 100, y: 100, radius: 12 },
      { x: 100, y: 100, radius: 12 },
      { x: 300, y: 50, radius: 12 },
    ]);
    expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))).toBeCloseTo(24);
    expect(far).toEqual({ x: 300, y: 50, radius: 12 });
  });

  it('puts a name below its circles, never over another name or the edge', () => {
    const circle = (x: number, y: number) => [{ x, y, radius: 10 }];
    const labels = labelsOf(
      new Map([
        ['Lelystad', circle(5, 50)],
        ['Dronten', circle(20, 52)],
      ]),
      360,
    );
    expect(labels).toEqual([
      { text: 'Lelystad', x: 26, y: 74 },
      { text: 'Dronten', x: 22.75, y: 90 },
    ]);
  });
});
