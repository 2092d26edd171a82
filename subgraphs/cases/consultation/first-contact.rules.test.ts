import { expect, it } from '@jest/globals';
import { firstContactDueAt } from './first-contact.rules.js';

it.each([
  ['over a weekend', '2026-11-20T16:00:00Z', '2026-11-22T16:00:00Z'],
  ['over the change to summer time', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'],
])('first contact is due after 48 clock hours, %s', (_, received, due) => {
  expect(firstContactDueAt(new Date(received))).toEqual(new Date(due));
});
