import { readdir, readFile } from 'node:fs/promises';

/** Linux counts the time of processes in hundredths of a second. */
const tickMs = 10;

interface Process {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that ended. */
  readonly endedMs: number;
}

/** Processor time that some processes took until now, in milliseconds, as Linux tells it. */
export async function processorMs(processIds: readonly number[]): Promise<number> {
  return sum(await Promise.all(processIds.map(async (id) => (await look(id))?.ownMs ?? 0)));
}

/** The same of a process with its children: those that run, and those that ended. */
export async function familyMs(processId: number): Promise<number> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(all.map((id) => look(id)));
  const children = found.map((one) => (one?.parent === processId ? one.ownMs : 0));
  const self = await look(processId);
  return sum([...children, self?.ownMs ?? 0, self?.endedMs ?? 0]);
}

/** Which process started another. */
export async function parentOf(processId: number): Promise<number> {
  const found = await look(processId);
  if (!found) throw new Error('the process has ended');
  return found.parent;
}

/** What Linux tells of a process; null for one that ended meanwhile. */
async function look(processId: number): Promise<Process | null> {
  const text = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [, parent = 0] = fields.slice(0, 2).map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  return { parent, ownMs: (user + system) * tickMs, endedMs: (endedUser + endedSystem) * tickMs };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
