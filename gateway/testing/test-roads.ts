import { Readable } from 'node:stream';
import { HubError } from '../../platform/errors/errors.js';
import type { Road, RoadRequest } from '../../platform/subgraph/roads/road.js';

async function* measure({ body, caller, parameters, idempotencyKey }: RoadRequest): AsyncGenerator<string> {
  yield `${JSON.stringify({ kind: 'start', subject: caller.subject, parameters, idempotencyKey })}\n`;
  let bytes = 0;
  for await (const chunk of body) bytes += (chunk as Buffer).length;
  yield `${JSON.stringify({ kind: 'summary', bytes })}\n`;
}

async function* breaking(): AsyncGenerator<string> {
  yield '{"kind":"start"}\n';
  await Promise.resolve();
  throw new Error('SECRET');
}

const rights = { roles: ['provider-system'], scope: 'registers/capacity/offers:publish' } as const;
const lines = (body: AsyncGenerator<string>) => {
  return Promise.resolve({ status: 200, mediaType: 'application/x-ndjson', body: Readable.from(body) });
};

/** Roads of a test: one that measures, one that refuses, one that breaks on the way. */
export const testRoads: Readonly<Record<string, Road>> = {
  measure: { ...rights, travel: (request) => lines(measure(request)) },
  refuse: { ...rights, travel: () => Promise.reject(new HubError('BAD_USER_INPUT', { field: 'x', expected: 'y' })) },
  fail: { ...rights, travel: () => Promise.reject(new Error('SECRET')) },
  break: { ...rights, travel: () => lines(breaking()) },
};
