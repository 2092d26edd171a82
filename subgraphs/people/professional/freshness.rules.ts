import type { FreshnessState } from '../../../vocabulary/freshness.js';

/** From how many days after its last confirmation what is told of a professional is AGING, and STALE. */
export interface ConfirmationTerms {
  readonly agingDays: number;
  readonly staleDays: number;
}

const dayMs = 86_400_000;

/** How far what an organisation told of a professional can be trusted now; UNKNOWN when it never confirmed it. */
export function confirmationFreshness(
  confirmedAt: Date | null,
  now: Date,
  { agingDays, staleDays }: ConfirmationTerms,
): FreshnessState {
  if (confirmedAt === null) return 'UNKNOWN';
  const days = (now.getTime() - confirmedAt.getTime()) / dayMs;
  if (days >= staleDays) return 'STALE';
  return days >= agingDays ? 'AGING' : 'FRESH';
}
