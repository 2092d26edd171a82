import { expect, it } from '@jest/globals';
import { operationMark } from './operation-mark.js';
import { readOperations } from './registered-operations.js';

const operations = readOperations();
const [registered] = [...operations.values()];

it('a registered operation has the name of the register, whatever the request calls it', () => {
  const query = registered?.document ?? '';
  const hash = registered?.documentId.replace('sha256:', '');
  expect(operationMark({ query }, operations)).toEqual({ name: registered?.name, hash });
  expect(operationMark({ query, operationName: 'Other' }, operations)?.name).toBe(registered?.name);
});

it.each([
  { query: '{ version }', operationName: 'Jan_Jansen' },
  { query: 'query Jan_Jansen { version }' },
  { query: '{ version }' },
])('another document has no name, for that may say anything: %j', (body) => {
  expect(operationMark(body, operations)?.name).toBeNull();
});

it('where there is no document there is no mark', () => {
  expect(operationMark({ operationName: 'Own' }, operations)).toBeNull();
});
