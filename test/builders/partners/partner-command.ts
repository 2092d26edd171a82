import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestHub } from '../../hub.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);

/** Runs a line in a shell beside a test hub, as its operator would: what it writes, on either stream, and whether it failed. */
export async function operatorShell(
  hub: TestHub,
): Promise<(line: string) => Promise<{ text: string; failed: boolean }>> {
  const { secrets } = JSON.parse(process.env['TEST_DATABASES'] ?? '{}') as { secrets: unknown };
  // the roles of the test server keep the passwords that they have
  await writeFile(join(hub.dataFolder, 'database-secrets.json'), JSON.stringify(secrets), { mode: 0o600 });
  const environment = {
    ...process.env,
    DATA_DIR: hub.dataFolder,
    DATABASE_URL: hub.database.url('owner'),
    PUBLIC_URL: hub.url,
  };
  return async (line) => {
    const options = { cwd: root, env: environment, timeout: 60_000 };
    return run('bash', ['-ec', line], options).then(
      ({ stdout, stderr }) => ({ text: stdout + stderr, failed: false }),
      (error: unknown) => {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        return { text: stdout + stderr, failed: true };
      },
    );
  };
}
