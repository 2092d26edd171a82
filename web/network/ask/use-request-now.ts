import { networkRequest } from '../../generated/operations.js';
import { useLiveAnswer } from '../../hub/live/use-live.js';
import type { NetworkRequest } from './requests.js';

/** A question as it stands now, also where it left the list which somebody works from; with nothing to be done where the hub does not show it any more. */
export function useRequestNow(listed: NetworkRequest, hasLeft: boolean): NetworkRequest {
  const { data, error } = useLiveAnswer(networkRequest, { id: listed.id }, { isPaused: !hasLeft });
  if (!hasLeft) return listed;
  return data?.networkRequest ?? (error ? { ...listed, mySteps: [] } : listed);
}
