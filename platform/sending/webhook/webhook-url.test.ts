import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublicAddress } from './public-address.js';
import { webhookUrl } from './webhook-url.js';

const outside = { isLoopbackAllowed: false };
const development = { isLoopbackAllowed: true };

/** Every way in which somebody might name a host that the hub must not call. */
const innerHosts = [
  '127.0.0.1', '127.1', '0x7f.1', '0177.0.0.1', '2130706433', '0x7f000001', '127.0.0.1.', '0', '0.0.0.0', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]',
  '10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1', '169.254.169.254', '0xa9fea9fe', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]',
  '100.64.0.1', '100.100.100.200', '192.0.0.192', '168.63.129.16', '198.18.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1',
  '255.255.255.255', '[ff02::1]', '[2001:db8::1]', '[100::1]', '１２７.０.０.１', 'localhost', 'LOCALHOST', 'postgres',
]; // prettier-ignore

describe('an address for webhooks', () => {
  it.each(['https://partner.example/hub', 'https://partner.example:8443/hub?tenant=1', 'https://1.1.1.1/', 'https://[2606:4700::1111]/'])('may be %s', (text) => {
    expect(webhookUrl(text, outside)?.href).toBe(text);
  }); // prettier-ignore

  it.each(innerHosts)('may not be on an inner host: %s', (host) => {
    expect(webhookUrl(`https://${host}/`, outside)).toBeNull();
    expect(webhookUrl(`http://${host}/`, outside)).toBeNull();
  });

  it.each([
    'http://partner.example/', 'ftp://partner.example/', 'file:///etc/passwd', 'gopher://partner.example/', 'javascript:alert(1)', 'data:,x',
    'https://user@partner.example/', 'https://user:secret@partner.example/', 'https://partner.example/#x', 'https://partner.example:22/',
    'https://partner.example:5432/', 'https://partner.example:80/', 'https://', 'partner.example', '', ' ', `https://partner.example/${'x'.repeat(2_000)}`,
  ])('may not be %s', (text) => {
    expect(webhookUrl(text, outside)).toBeNull();
  }); // prettier-ignore

  it('may be on this machine where that is set, and then on no other inner host', () => {
    expect(webhookUrl('http://127.0.0.1:8080/hub', development)).not.toBeNull();
    expect(webhookUrl('http://localhost:8080/hub', development)).not.toBeNull();
    for (const host of ['10.0.0.1', '169.254.169.254', '[fe80::1]', '0.0.0.0', 'postgres', 'partner.example'])
      expect(webhookUrl(`http://${host}:8080/`, development)).toBeNull();
  });
});

describe('a public address', () => {
  it('is none of the private ranges, however it is written', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom('10', '127', '192.168', '169.254', '0'), part, part, part, (start, a, b, c) => {
        const v4 = [...start.split('.'), a, b, c].slice(0, 4).join('.');
        expect(isPublicAddress(v4)).toBe(false);
        expect(isPublicAddress(`::ffff:${v4}`)).toBe(false);
      }),
    );
  });

  it('is no IPv6 address outside what is given out to the public', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
    fc.assert(
      fc.property(
        fc.integer({ min: 0x4000, max: 0xffff }),
        fc.array(group, { minLength: 7, maxLength: 7 }),
        (first, rest) => {
          expect(isPublicAddress([first.toString(16), ...rest].join(':'))).toBe(false);
        },
      ),
    );
  });
});
