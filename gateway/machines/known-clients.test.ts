import { describe, expect, it } from '@jest/globals';
import { registered, testKey } from '../testing/machine.js';
import { knownClients } from './known-clients.js';

const client = registered('system-1', await testKey());

function register() {
  const state = { isActive: true, isThere: true, looks: 0 };
  const findActive = () => {
    state.looks += 1;
    return state.isThere ? Promise.resolve(state.isActive ? client : null) : Promise.reject(new Error('away'));
  };
  return { state, findActive };
}

describe('which clients may call', () => {
  it('is remembered for a while, and looked up again after it', async () => {
    const store = register();
    const remembering = knownClients(store, 30_000);
    const forgetting = knownClients(store, 0);
    expect([await remembering('system-1'), await remembering('system-1')]).toEqual([true, true]);
    expect(store.state.looks).toBe(1);
    store.state.isActive = false;
    expect(await forgetting('system-1')).toBe(false);
  });

  it('is asked again after a failure', async () => {
    const store = register();
    const known = knownClients(store, 30_000);
    store.state.isThere = false;
    await expect(known('system-1')).rejects.toThrow('away');
    store.state.isThere = true;
    expect(await known('system-1')).toBe(true);
  });
});
