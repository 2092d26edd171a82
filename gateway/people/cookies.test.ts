import { describe, expect, it } from '@jest/globals';
import { cookiesOf } from './cookies.js';

const safe = cookiesOf(new URL('https://hub.example')).session;
const here = cookiesOf(new URL('http://127.0.0.1:4000')).session;

describe('the cookie of a session', () => {
  it('is bound to the host of the hub wherever there is TLS', () => {
    expect(safe.set('id', 60)).toBe('__Host-thuisbasis=id; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure');
    expect(here.set('id', 60)).toBe('thuisbasis=id; Path=/; Max-Age=60; HttpOnly; SameSite=Lax');
    expect(safe.clear()).toContain('Max-Age=0');
  });

  it.each([
    ['__Host-thuisbasis=id', 'id'],
    ['a=b; __Host-thuisbasis=id; c=d', 'id'],
    ['thuisbasis=id', null],
    ['x__Host-thuisbasis=id', null],
    ['__Host-thuisbasis=one; __Host-thuisbasis=two', null],
    [`__Host-thuisbasis=id; a=${'x'.repeat(9_000)}`, null],
    [undefined, null],
  ])('is read from %j as %j', (header, value) => {
    expect(safe.read(header)).toBe(value);
  });
});
