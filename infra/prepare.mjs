// Runs before every npm script, on whatever Node is there: installs and builds what is missing or out of date, else returns at once.
// With --without-page what browsers get is left as it is: what writes sources of the page must run while these do not build.
import { isCompiled, isPageBuilt } from './prepare/sources.mjs';
import { installPackages, isInstalled } from './prepare/packages.mjs';
import { withLock } from './prepare/lock.mjs';
import { checkNode } from './prepare/node-version.mjs';

/** The first line of what went wrong is enough: the tool that failed has already printed the rest. */
function stop(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

const isPageWanted = !process.argv.includes('--without-page');
const isReady = () => isCompiled() && (!isPageWanted || isPageBuilt());

async function prepare() {
  checkNode(process.versions.node);
  if (isInstalled() && isReady()) return;
  await withLock(async () => {
    if (!isInstalled()) await installPackages();
    if (!isCompiled()) await (await import('./prepare/build.mjs')).build();
    if (!isReady()) await (await import('./prepare/build-page.mjs')).buildPage();
  });
}

await prepare().catch(stop);
