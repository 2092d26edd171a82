import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf } from './csv.js';

it('a table comes back out of its file as it was', () => {
  const lines = [
    ['Doel', 'Nu'],
    ['zegt "nee", en\ngaat', 3],
    ['', null],
  ] as const;
  expect(parse(csvOf(lines), { bom: true })).toEqual([
    ['Doel', 'Nu'],
    ['zegt "nee", en\ngaat', '3'],
    ['', ''],
  ]);
});

it.each(['=1+1', '+31', '-2', '@a', '\tx'])('a spreadsheet runs nothing of %j, which somebody wrote', (text) => {
  expect(parse(csvOf([[text, -2]]), { bom: true })).toEqual([[`'${text}`, '-2']]);
});
