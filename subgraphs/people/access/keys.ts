import type DataLoader from 'dataloader';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';

/** What a key from outside stands for; `null` when nothing does, or nothing that the caller may see. */
export async function loadKey<T>(loader: DataLoader<string, T | null>, id: string): Promise<T | null> {
  return isUuid(id) ? loader.load(id) : null;
}

/** What a client asks for by its id. Throws NOT_FOUND for what is missing, not the caller's to see, or no id at all. */
export async function found<T>(loader: DataLoader<string, T | null>, id: string): Promise<T> {
  const value = await loadKey(loader, id);
  if (value === null) throw new HubError('NOT_FOUND');
  return value;
}
