import { describe, expect, it } from '@jest/globals';
import { createPlaces } from './places.js';

const busy = expect.objectContaining({ code: 'OVERLOADED' }) as unknown as Error;

describe('places for much work', () => {
  it('are a few, and fewer for each', () => {
    const places = createPlaces({ atOnce: 3, ofOne: 2 });
    const free = places.take('a');
    places.take('a');
    expect(() => places.take('a')).toThrow(busy);
    places.take('b');
    expect(() => places.take('c')).toThrow(busy);
    free();
    places.take('c');
  });

  it('are freed once, however often that is said', () => {
    const places = createPlaces({ atOnce: 1, ofOne: 1 });
    const free = places.take('a');
    free();
    places.take('b');
    free();
    expect(() => places.take('c')).toThrow(busy);
  });
});
