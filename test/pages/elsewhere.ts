import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { broker } from '../actors.js';
import type { TestHub } from '../hub.js';

/** Another care broker of the region than the one at the page. */
export const colleague = { ...broker, subject: 'another-broker' };

/** Takes a step of a colleague, who does so elsewhere. */
export async function takeElsewhere(hub: TestHub, step: string, input: object): Promise<void> {
  const type = `${step.charAt(0).toUpperCase()}${step.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${step}(input: $input) { isReplay } }`;
  const { errors } = await hub.query(document, { input: { idempotencyKey: randomUUID(), ...input } }, colleague);
  expect(errors).toEqual([]);
}
