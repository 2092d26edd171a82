import { Socket } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { openTestGateway } from '../testing/test-gateway.js';

const wished = {
  APOLLO_TELEMETRY_DISABLED: '0',
  APOLLO_KEY: 'service:x:y',
  APOLLO_GRAPH_REF: 'x@y',
  APOLLO_SCHEMA_REPORTING: 'true',
};

afterEach(() => {
  for (const name of Object.keys(wished)) Reflect.deleteProperty(process.env, name);
  jest.restoreAllMocks();
});

describe('the gateway', () => {
  it('calls nobody, whatever Apollo may wish', async () => {
    Object.assign(process.env, wished);
    const connect = jest.spyOn(Socket.prototype, 'connect');
    const gateway = await openTestGateway();
    await gateway.ask('{ offers { organisation { name } } }');
    await gateway.close();
    const called = connect.mock.calls
      .map((call) => JSON.stringify(call[0]))
      .filter((target) => !target.includes('127.0.0.1'));
    expect(called).toEqual([]);
    expect(connect).toHaveBeenCalled();
  });
});
