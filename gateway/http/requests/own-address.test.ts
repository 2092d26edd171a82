import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../platform/process/logger.js';
import { createHttp } from '../create-http.js';
import { addressBelow, isOwnPath } from './own-address.js';

const hub = new URL('https://hub.example');

describe('the address of a request', () => {
  it.each([
    ['/graphql', '/graphql'],
    ['/export/hsds?region=a%20b&x=/../y', '/export/hsds?region=a%20b&x=/../y'],
    ['/all?x=%', '/all?x=%'],
    ['/?', '/'],
  ])('%s is its path below the hub’s own', (target, expected) => {
    expect(addressBelow(hub, target).href).toBe(`https://hub.example${expected}`);
    expect(isOwnPath(target)).toBe(true);
  });

  it.each([
    'https://elsewhere.example/graphql',
    'http://elsewhere.example:9999/all',
    '//elsewhere.example/all',
    '/\\elsewhere.example/all',
    '\\\\elsewhere.example/all',
    '/\t/elsewhere.example/all',
    '/a\\..\\all',
    'graphql',
    '*',
    '',
  ])('%j never leads elsewhere, and is no path', (target) => {
    expect(addressBelow(hub, target).origin).toBe(hub.origin);
    expect(isOwnPath(target)).toBe(false);
  });
});

it.each([
  'GET http://elsewhere.example/all',
  'GET //elsewhere.example/all',
  'GET /\\elsewhere.example/all',
  'OPTIONS *',
])('the server refuses "%s" before anything else', async (line) => {
  const http = await createHttp({ logger: createLogger('gateway', 'silent') });
  let asked = 0;
  http.get('/all', () => (asked += 1));
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`${line} HTTP/1.1\r\nHost: hub.example\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('"BAD_REQUEST"');
  expect(asked).toBe(0);
  await http.close();
});
