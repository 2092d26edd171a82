import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError, type Environment } from '../../../platform/process/environment.js';
import { findRegion } from '../../../vocabulary/places/region.js';
import { GuideFault } from './guide-values.rules.js';
import { guideFrom, type Guide } from './guide.rules.js';

/** The guides of all regions, by the key of the region. */
export type Guides = ReadonlyMap<string, Guide>;

/** Where the first set lies, which a region copies to keep its own. */
const firstSet = fileURLToPath(new URL('./regions', import.meta.url));

/**
 * The guides in the folder that REGION_GUIDES_DIR names, or the first set: a file for each region, `flevoland.json`. Throws
 * ConfigurationError for a folder that cannot be read, and for a file that is of no region or has a fault, with where it stands.
 */
export function readGuides(environment: Environment): Guides {
  const folder = environment['REGION_GUIDES_DIR'] || firstSet;
  return new Map(filesIn(folder).map((file) => readGuide(folder, file)));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.json'));
  } catch {
    throw new ConfigurationError(`REGION_GUIDES_DIR: ${folder} cannot be read.`);
  }
}

function readGuide(folder: string, file: string): readonly [string, Guide] {
  const key = file.slice(0, -'.json'.length);
  const path = join(folder, file);
  if (!findRegion(key)) throw new ConfigurationError(`${path} is named after no region that is known.`);
  try {
    return [key, guideFrom(JSON.parse(readFileSync(path, 'utf8')))];
  } catch (error) {
    const fault = error instanceof GuideFault ? error.message : 'no JSON that can be read';
    throw new ConfigurationError(`${path}: ${fault}.`);
  }
}
