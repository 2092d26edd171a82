import { HubError } from '../../../platform/errors/errors.js';

const [shortest, longest, step] = [30, 480, 15];

/** How long people meet. Throws BAD_USER_INPUT for what no meeting lasts. */
export function assertMeetingLength(minutes: number): void {
  if (!(minutes >= shortest && minutes <= longest && minutes % step === 0))
    throw new HubError('BAD_USER_INPUT', { field: 'minutes', expected: `${shortest}–${longest}, steps of ${step}` });
}
