import type { RecordRoundTableInput } from '../../generated/operations.js';
import type { TableDecision } from '../../generated/words.js';
import { calendarDay, clockTime, instantOf } from '../../parts/dutch.js';
import { momentFaults, type MomentFaults, type RoundTable, type TypedMoment } from './plan-draft.js';

/** What came of a round table, as it stands in the form. */
export interface RecordDraft extends TypedMoment {
  readonly guests: readonly string[];
  readonly areParentsPresent: 'YES' | 'NO' | '';
  readonly decisions: readonly TableDecision[];
}

export type RecordFaults = MomentFaults & Readonly<Partial<Record<'areParentsPresent' | 'decisions', string>>>;

const dayMs = 86_400_000;
/** So long ago a table may have been held that is written down now. */
const longestMs = 365 * dayMs;

/** As it was planned, where that is past: everybody came who was asked. */
export function recordOf({ plannedAt, participants }: RoundTable, now: number): RecordDraft {
  const ms = Math.min(Date.parse(plannedAt), now);
  const guests = (participants ?? []).flatMap((one) => (one ? [one.id] : []));
  return { on: calendarDay(ms), at: clockTime(ms), guests, areParentsPresent: '', decisions: [] };
}

/** What is wrong with a draft at a moment in milliseconds, by its field. */
export function recordFaults(draft: RecordDraft, now: number): RecordFaults {
  const { areParentsPresent, decisions } = draft;
  const isMixed = decisions.includes('NOTHING_DECIDED') && decisions.length > 1;
  return {
    ...momentFaults(draft, now - longestMs, now, 'Kies een moment dat voorbij is.'),
    ...(areParentsPresent === '' && { areParentsPresent: 'Kies een antwoord.' }),
    ...(decisions.length === 0 && { decisions: 'Kies wat er is besloten.' }),
    ...(isMixed && { decisions: 'Is er niets besloten? Kies dan alleen dat.' }),
  };
}

/** What the hub is told of it. */
export function toldOf(draft: RecordDraft): Omit<RecordRoundTableInput, 'idempotencyKey' | 'roundTableId' | 'version'> {
  const { on, at, guests, areParentsPresent, decisions } = draft;
  return {
    ...{ heldAt: instantOf(on, at), participantIds: guests, decisions },
    areParentsPresent: areParentsPresent === 'YES',
  };
}
