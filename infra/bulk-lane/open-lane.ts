import type { BulkLane } from '../../gateway/bulk-lane/bulk-lane.js';
import type { HubBase } from '../hub/hub-base.js';
import type { Opened } from '../hub/opened.js';
import { freePort } from '../postgres/embedded.js';
import { startUnawaited, tokenSettings, usualProcesses, type ProcessesOptions } from '../processes/start-process.js';
import { laneSettings } from './lane-settings.js';

export interface OpenLane {
  /** Where the hub hands on what is bulk. */
  readonly address: BulkLane;
  /** Number of the process that runs now. */
  pid(): number | undefined;
}

/**
 * Starts a second hub over the same data in a process of its own, for what is written or read in bulk. Nobody waits for it: until it is
 * there, and while it is away, the hub does that work itself.
 */
export async function openLane(
  base: HubBase,
  opened: Opened,
  options: ProcessesOptions = usualProcesses,
): Promise<OpenLane> {
  const port = await freePort();
  const own = { ...laneSettings(base, port), ...(await tokenSettings(base)) };
  const process = startUnawaited('the hub for bulk', 'hub-for-bulk', { ...options, base }, own);
  opened.add(() => process.stop());
  const address = new URL(`http://127.0.0.1:${port}`);
  return { address: () => (process.isThere() ? address : null), pid: () => process.pid() };
}
