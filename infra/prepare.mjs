// Runs before every npm script, on whatever Node is there: installs and builds what is missing or out of date, else returns at once.
import { isBuilt } from './prepare/sources.mjs';
import { installPackages, isInstalled } from './prepare/packages.mjs';
import { withLock } from './prepare/lock.mjs';
import { checkNode } from './prepare/node-version.mjs';

/** The first line of what went wrong is enough: the tool that failed has already printed the rest. */
function stop(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function prepare() {
  checkNode(process.versions.node);
  if (isInstalled() && isBuilt()) return;
  await withLock(async () => {
    if (!isInstalled()) await installPackages();
    if (isBuilt()) return;
    const { build } = await import('./prepare/build.mjs');
    await build();
  });
}

await prepare().catch(stop);
