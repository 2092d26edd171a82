import { demonstrationRows, loadDemonstration, renewDemonstration, subgraphsToLoad } from '../demonstration/load.js';
import { showProgress } from './progress.js';

/** Loads the demonstration region where it is not there yet, and shows how far it is; one that is there goes with the time. */
export async function loadOnFirstStart(ownerUrl: string): Promise<void> {
  const subgraphs = await subgraphsToLoad(ownerUrl);
  if (subgraphs.length === 0) return renewDemonstration(ownerUrl);
  const rows = subgraphs.reduce((sum, name) => sum + demonstrationRows[name], 0);
  const progress = showProgress('Loading the demonstration region', rows, process.stdout);
  await loadDemonstration(ownerUrl, (count, name) => progress.add(count, name), subgraphs);
  progress.end();
}
