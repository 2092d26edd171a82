import { describe, expect, it } from '@jest/globals';
import { emptyPlaceAt, findPlaces, placesOf, visiblePart } from './places.js';

const answer = {
  offers: [
    { id: '1', by: { id: 'o1', __typename: 'Organisation' } },
    { id: '2', by: null },
    { id: '3', by: { id: 'o3', __typename: 'Organisation' } },
    null,
    { id: '4', by: [{ id: 'o4' }, [{ id: 'o5' }]] },
  ],
};

describe('the places of a pattern', () => {
  it('are the objects that it leads to, with their path', () => {
    const paths = findPlaces(answer, ['offers', '@', 'by']).map(({ path }) => path);
    expect(paths).toEqual([
      ['offers', 0, 'by'],
      ['offers', 2, 'by'],
      ['offers', 4, 'by', 0],
      ['offers', 4, 'by', 1, 0],
    ]);
  });

  it('are none where it leads nowhere', () => {
    expect(findPlaces(answer, ['nothing', '@'])).toEqual([]);
    expect(findPlaces(answer, ['offers', '@', 'id'])).toEqual([]);
    expect(findPlaces(null, ['offers'])).toEqual([]);
    expect(findPlaces({}, ['toString', 'name'])).toEqual([]);
  });
});

describe('the place of a representation', () => {
  const places = findPlaces(answer, ['offers', '@', 'by']);

  it('is found also when objects before it were not sent', () => {
    expect(placesOf([{ __typename: 'Provider', id: 'o3' }, { id: 'o5' }], places)).toEqual([
      ['offers', 2, 'by'],
      ['offers', 4, 'by', 1, 0],
    ]);
  });

  it('is another for each of two that are alike', () => {
    const twice = findPlaces({ a: [{ id: '1' }, { id: '1' }] }, ['a', '@']);
    expect(placesOf([{ id: '1' }, { id: '1' }], twice)).toEqual([
      ['a', 0],
      ['a', 1],
    ]);
  });

  it('is compared by all that it says, however deep', () => {
    const needs = findPlaces({ a: [{ need: { rungs: ['X'] } }, { need: { rungs: ['X', 'Y'] } }] }, ['a', '@']);
    expect(placesOf([{ need: { rungs: ['X', 'Y'] } }], needs)).toEqual([['a', 1]]);
  });

  it('may not be there', () => {
    expect(placesOf([{ id: 'elsewhere' }], places)).toEqual([null]);
  });
});

describe('the empty place at a path', () => {
  it.each([
    [
      ['offers', 1, 'by'],
      ['offers', 1, 'by'],
    ],
    [
      ['offers', 1, 'by', 'name'],
      ['offers', 1, 'by'],
    ],
    [
      ['offers', 3, 'id'],
      ['offers', 3],
    ],
    [['offers', 0, 'by', 'name'], null],
    [['offers', 0, 'id'], null],
    [['offers', 0, 'id', 'deeper'], null],
  ])('of %j is %j', (path, place) => {
    expect(emptyPlaceAt(answer, path)).toEqual(place);
  });

  it('of an answer that is empty as a whole is the whole', () => {
    expect(emptyPlaceAt(null, ['a', 'b'])).toEqual([]);
  });
});

describe('the visible part of a path', () => {
  it('ends where the answer ends', () => {
    expect(visiblePart(answer, ['offers', 0, 'by', 'secret', 'x'])).toEqual(['offers', 0, 'by']);
    expect(visiblePart(answer, ['offers', 0, 'id'])).toEqual(['offers', 0, 'id']);
  });
});
