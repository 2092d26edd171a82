import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Brings dist/ up to date and starts the one PostgreSQL of this run; the tests find it through TEST_DATABASES. */
export default async function setUp() {
  const prepare = fileURLToPath(new URL('../infra/prepare.mjs', import.meta.url));
  if (spawnSync(process.execPath, [prepare], { stdio: 'inherit' }).status !== 0) throw new Error('the build failed');

  const { startTestServer } = await import('./test-server.mjs');
  const server = await startTestServer();
  process.env.TEST_DATABASES = JSON.stringify(server.access);
  process.env.CONTENT_KEYS_FILE = server.keysFile;
  globalThis.testServer = server;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  }
}
