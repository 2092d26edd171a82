import { finished } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, type CryptoKey } from 'jose';
import { callerAs } from '../../../test/builders/callers.js';
import { HubError } from '../../errors/errors.js';
import { signInternalToken } from '../../identity/internal-token.js';
import { createLogger } from '../../process/logger.js';
import { openRoads } from './road-endpoint.js';
import { writeHead } from './road.js';

describe('an answer along a road that breaks off', () => {
  let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
  beforeAll(async () => {
    keys = await generateKeyPair('EdDSA');
  });

  async function logged(error: Error, isGone = false): Promise<Record<string, unknown>[]> {
    const lines: string[] = [];
    const logger = createLogger('test', 'info', { write: (line: string) => lines.push(line) });
    const gone = new AbortController();
    const body = Readable.from(
      (function* () {
        yield 'line';
        if (isGone) gone.abort();
        throw error;
      })(),
    );
    const road = {
      roles: ['provider-system'],
      scope: 'registers/capacity/offers:publish',
      travel: () => Promise.resolve({ status: 200, mediaType: 'x', body }),
    } as const;
    const head = writeHead({ road: 'r', parameters: {}, mediaType: null, bytes: null, idempotencyKey: null });
    const caller = callerAs('provider-system');
    const word = `Bearer ${await signInternalToken(keys.privateKey, 'capacity', caller, head)}`;
    const travel = openRoads('capacity', { r: road }, keys.publicKey, logger);
    const answer = await travel(head, Readable.from([]), word, gone.signal);
    await expect(finished(answer.body.resume())).rejects.toThrow();
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('for a reason of the hub is written down, without what it holds', async () => {
    const [line, ...others] = await logged(Object.assign(new TypeError('SECRET'), { code: '25P03' }));
    expect(line).toMatchObject({
      errorName: 'TypeError',
      errorCode: '25P03',
      requestId: 'test',
      msg: 'request failed',
    });
    expect(others).toEqual([]);
    expect(JSON.stringify(line)).not.toContain('SECRET');
  });

  it('for a reason that its sender knows, or that he is, is not', async () => {
    expect(await logged(new HubError('IMPORT_LINE_UNREADABLE', { row: 1 }))).toEqual([]);
    expect(await logged(new Error('aborted'), true)).toEqual([]);
  });
});
