import { HubError } from '../../platform/errors/errors.js';

/** What the register of callers answers. Throws IDENTITY_UNAVAILABLE where it cannot be asked. */
export function orUnavailable<T>(asked: Promise<T>): Promise<T> {
  return asked.catch(() => {
    throw new HubError('IDENTITY_UNAVAILABLE');
  });
}
