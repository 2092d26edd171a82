import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = new URL('../../../', import.meta.url);
/** Other gateways are no dependencies of this one: they are installed apart, at versions of their own. */
export const peers = fileURLToPath(new URL('node_modules/.cache/bench-peers/', root));

/** Installs the other gateways where they are not, beside programs that run them. */
export async function installPeers(): Promise<void> {
  await cp(new URL('bench/peers/', root), peers, { recursive: true });
  for (const path of ['examples/hive-gateway.mjs', 'gateway/supergraph.graphql'])
    await cp(new URL(path, root), join(peers, path));
  if (existsSync(join(peers, 'node_modules'))) return;
  console.log('Installing the other gateways (bench/peers) …');
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: peers });
}
