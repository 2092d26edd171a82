import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { formatOf, sinceOf, type ExportFormat } from './export-request.js';

function request(query: object, accept?: string): FastifyRequest {
  return { query, headers: { ...(accept !== undefined && { accept }) } } as never;
}

const lines: ExportFormat = { name: 'ndjson', types: ['application/x-ndjson', 'application/ndjson'] };
const zip: ExportFormat = { name: 'datapackage', types: ['application/zip'] };

describe('the moment since which changes are asked', () => {
  it.each([
    [{}, null],
    [{ since: '2026-11-21T09:00:00Z' }, '2026-11-21T09:00:00.000Z'],
    [{ since: '2026-11-21T10:00:00.5+01:00' }, '2026-11-21T09:00:00.500Z'],
    [{ since: '2026-11-21T10:00:00 01:00' }, '2026-11-21T09:00:00.000Z'],
  ])('%j is %s', (query, expected) => {
    expect(sinceOf(request(query))).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2026-11-21',
    '2026-02-30T00:00:00Z',
    '2026-11-27T24:00:00Z',
    '2026-11-21T09:00:00',
    '2026-13-41T09:00:00Z',
    "'; drop table offer",
    ['a', 'b'],
  ])('%j is refused without repeating it', (since) => {
    expect(() => sinceOf(request({ since }))).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        parameters: { field: 'since', expected: '2026-11-21T09:00:00Z' },
      }),
    );
  });
});

describe('the format of an export', () => {
  it.each<[object, string | undefined, ExportFormat]>([
    [{}, undefined, lines],
    [{}, '*/*', lines],
    [{}, 'application/*', lines],
    [{}, 'application/zip', zip],
    [{}, 'application/x-ndjson;q=0.5, application/zip', zip],
    [{}, 'application/zip;q=0, application/ndjson', lines],
    [{}, 'text/html, */*;q=0.1', lines],
    [{ format: 'datapackage' }, 'application/x-ndjson', zip],
  ])('of %j with Accept %s', (query, accept, expected) => {
    expect(formatOf(request(query, accept), [lines, zip])).toBe(expected);
  });

  it('is refused when it does not exist', () => {
    expect(() => formatOf(request({}, 'text/csv'), [lines, zip])).toThrow(
      expect.objectContaining({ code: 'EXPORT_NOT_ACCEPTABLE' }),
    );
    expect(() => formatOf(request({ format: 'xml' }), [lines, zip])).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
  });
});
