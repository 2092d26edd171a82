import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { userIdOf } from './caller-claims.js';

it('equal subjects of two identity providers are two users', () => {
  expect(userIdOf('https://one.example', { sub: 'els' })).toBe('https://one.example#els');
  expect(userIdOf('https://two.example', { sub: 'els' })).not.toBe(userIdOf('https://one.example', { sub: 'els' }));
});

it('whatever they are called, no two users share a name, and nobody has that of a registered client', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '#', '%', '2', '3', '5'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(name, name, name, name, (issuer, sub, otherIssuer, otherSub) => {
      fc.pre(issuer !== otherIssuer || sub !== otherSub);
      const id = userIdOf(issuer, { sub });
      expect(id).not.toBe(userIdOf(otherIssuer, { sub: otherSub }));
      expect(id).not.toMatch(/^[a-z0-9-]*$/);
    }),
    { numRuns: 2_000 },
  );
});
