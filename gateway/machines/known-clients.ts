import type { MachineClientStore } from './machine-client.store.js';

/** How long a registration is believed without looking again. */
export const usualMemoryMs = 30_000;
const mostRemembered = 1_000;

interface Remembered {
  readonly isActive: Promise<boolean>;
  readonly until: number;
}

/** Says whether a client may still call, from memory for at most `memoryMs`. Rejects when the registration cannot be read. */
export function knownClients(
  store: Pick<MachineClientStore, 'findActive'>,
  memoryMs: number,
): (clientId: string) => Promise<boolean> {
  const remembered = new Map<string, Remembered>();
  return (clientId) => {
    const known = remembered.get(clientId);
    if (known && performance.now() < known.until) return known.isActive;
    if (remembered.size >= mostRemembered) remembered.clear();
    const isActive = store.findActive(clientId).then((client) => client !== null);
    remembered.set(clientId, { isActive, until: performance.now() + memoryMs });
    // what failed is asked again
    isActive.catch(() => remembered.delete(clientId));
    return isActive;
  };
}
