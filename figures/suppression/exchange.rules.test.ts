import { describe, expect, it } from '@jest/globals';
import { carried, type Arc } from './exchange.rules.js';

const arc = (from: string, to: string, rise: number, fall = 0): Arc => ({ from, to, rise, fall });

describe('carrying from one sum to another', () => {
  it.each<[string, Arc[], number]>([
    ['nothing without a way', [arc('a', 'c', 5)], 0],
    ['what one number can rise', [arc('a', 'b', 4)], 4],
    ['what a number the other way round can fall', [arc('b', 'a', 9, 3)], 3],
    ['the least of the numbers on the way', [arc('a', 'c', 7), arc('c', 'b', 2)], 2],
    ['the sum of several ways', [arc('a', 'b', 3), arc('a', 'c', 4), arc('c', 'b', 9)], 7],
    ['more over a way that undoes part of an earlier one', diamond(), 4],
    ['no more than is enough', [arc('a', 'b', Infinity)], 10],
  ])('gives %s', (_, arcs, amount) => {
    expect(carried(arcs, 'a', 'b', 10)).toBe(amount);
  });

  it('is free between a sum and itself', () => {
    expect(carried([], 'a', 'a', 10)).toBe(10);
  });

  it('leaves the arcs as they are', () => {
    const arcs = [arc('a', 'b', 4)];
    carried(arcs, 'a', 'b', 10);
    expect(arcs).toEqual([arc('a', 'b', 4)]);
  });
});

/** The shortest way uses the middle, which the two long ways need the other way round. */
function diamond(): Arc[] {
  return [
    arc('a', 'left', 2),
    arc('left', 'right', 2),
    arc('right', 'b', 2),
    arc('a', 'low 1', 2),
    arc('low 1', 'low 2', 2),
    arc('low 2', 'right', 2),
    arc('left', 'high 1', 2),
    arc('high 1', 'high 2', 2),
    arc('high 2', 'b', 2),
  ];
}
