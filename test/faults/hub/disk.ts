import { rm, statfs, writeFile, appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../../infra/postgres/run-program.js';

/** A small disk of a test's own. */
export interface Disk {
  /** Leaves no room on it. */
  fill(): Promise<void>;
  /** Gives the room back. */
  free(): Promise<void>;
  unmount(): Promise<void>;
}

const piece = Buffer.alloc(1_000_000);

/** Mounts one in memory over a folder; null where this machine lets nobody do so. */
export async function mountDisk(folder: string, megabytes: number): Promise<Disk | null> {
  const { code } = await runProgram('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'faults', folder]);
  if (code !== 0) return null;
  const ballast = join(folder, 'ballast');
  return {
    async fill() {
      await writeFile(ballast, '');
      for (;;) {
        const { bavail, bsize } = await statfs(folder);
        if (bavail === 0) return;
        await appendFile(ballast, piece.subarray(0, Math.min(piece.length, bavail * bsize)));
      }
    },
    free: () => rm(ballast, { force: true }),
    async unmount() {
      await runProgram('umount', [folder]);
    },
  };
}
