import { HubError } from '../../platform/errors/errors.js';
import { counter, watched } from '../../platform/telemetry/metrics.js';
import type { CallerClass } from '../budgets/terms.js';
import { shareOf } from './workers.js';

/** Up to how many questions may be underway, of all callers together, for one more of a class to be let in. */
export type AdmissionLimits = Readonly<Record<CallerClass, number>>;

/** Lets questions in, or sends them away at once: what comes in is answered in time, and who goes last is sent away first. */
export interface Admission {
  /** Does the work, or throws OVERLOADED before any of it is done. */
  admit<T>(of: CallerClass, work: () => Promise<T>): Promise<T>;
  /** OVERLOADED where one more would not be let in now, who then is counted as sent away; undefined where there is room. */
  refusalOf(of: CallerClass): HubError | undefined;
  /** Whether a question is underway. */
  isBusy(): boolean;
  close(): void;
}

const shed = counter(
  'shed_total',
  'Questions that were sent away because too many were underway, by whose they were.',
  ['class'],
);
const watchUnderway = watched('questions_underway', 'Questions that are being answered, by whose they are.', ['class']);

/** `workers`: how many processes have the limits together. */
export function createAdmission(together: AdmissionLimits, workers: number): Admission {
  const limits: AdmissionLimits = {
    broker: shareOf(together.broker, workers),
    provider: shareOf(together.provider, workers),
    dashboard: shareOf(together.dashboard, workers),
  };
  const underway: Record<CallerClass, number> = { broker: 0, provider: 0, dashboard: 0 };
  const close = watchUnderway((gauge) => {
    for (const [of, count] of Object.entries(underway)) gauge.inc({ class: of }, count);
  });
  const total = (): number => underway.broker + underway.provider + underway.dashboard;
  const refusalOf = (of: CallerClass): HubError | undefined => {
    if (total() < limits[of]) return undefined;
    shed.inc({ class: of });
    return new HubError('OVERLOADED');
  };
  return {
    refusalOf,
    async admit(of, work) {
      const refusal = refusalOf(of);
      if (refusal) throw refusal;
      underway[of] += 1;
      try {
        return await work();
      } finally {
        underway[of] -= 1;
      }
    },
    isBusy: () => total() > 0,
    close,
  };
}
