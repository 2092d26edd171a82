import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { toTrustedProxies } from './client-address.js';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  it.each([
    ['is unknown where no proxy is named, whatever a request says', '', from('192.0.2.7', '198.51.100.1'), null],
    ['is that of the connection where there is no proxy', 'none', from('192.0.2.7', '198.51.100.1'), '192.0.2.7'],
    ['is what the proxy says', '127.0.0.1', from('127.0.0.1', '198.51.100.1'), '198.51.100.1'],
    [
      'is what the last proxy says, not the client',
      '127.0.0.1',
      from('127.0.0.1', '10.9.9.9, 198.51.100.1'),
      '198.51.100.1',
    ],
    [
      'passes over every proxy of one’s own',
      '10.0.0.0/8, 127.0.0.1',
      from('127.0.0.1', '198.51.100.1, 10.1.1.1'),
      '198.51.100.1',
    ],
    ['is not taken from who is no proxy', '127.0.0.1', from('192.0.2.7', '198.51.100.1'), '192.0.2.7'],
    ['is one IPv4 address, however it is written', 'none', from('::ffff:192.0.2.7'), '192.0.2.7'],
    ['is the network of 64 bits of an IPv6 address', 'none', from('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64'],
    ['is the same for another address of it', 'none', from('2001:db8:1:2::9'), '2001:db8:1:2::/64'],
    ['is unknown when the proxy says no address', '127.0.0.1', from('127.0.0.1', 'unknown'), null],
  ])('%s', (_what, TRUSTED_PROXIES, request, expected) => {
    expect(toTrustedProxies({ TRUSTED_PROXIES })(request)).toBe(expected);
  });

  it('needs proxies that are addresses', () => {
    expect(() => toTrustedProxies({ TRUSTED_PROXIES: 'proxy.example' })).toThrow('TRUSTED_PROXIES must be none');
  });
});
