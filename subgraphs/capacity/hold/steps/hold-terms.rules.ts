import { LadderRung } from '../../../../vocabulary/ladder.js';

/**
 * How many hours a provider has to answer, an accepted hold lasts, care that was allocated of it has to start, and a waiting case rests after a
 * no or no answer.
 */
export interface HoldTerm {
  readonly answerHours: number;
  readonly holdHours: number;
  readonly startHours: number;
  readonly restHours: number;
}

/** The terms of a region: the usual, shorter for crisis places, and other where a rung asks for it. */
export interface HoldTerms {
  readonly usual: HoldTerm;
  readonly crisis: HoldTerm;
  readonly byRung: Partial<Readonly<Record<LadderRung, Partial<HoldTerm>>>>;
}

/** A proposal: no source gives terms. A working day to answer, three days to decide, two weeks from allocation to start; hours in a crisis. */
export const defaultHoldTerms: HoldTerms = {
  usual: { answerHours: 24, holdHours: 72, startHours: 336, restHours: 168 },
  crisis: { answerHours: 2, holdHours: 12, startHours: 48, restHours: 12 },
  byRung: {},
};

/** Terms by the key that holds for an offer: its rung, or CRISIS whatever its rung. */
export type HoldTermTable = Readonly<Record<string, HoldTerm>>;

export function holdTermTable(terms: HoldTerms): HoldTermTable {
  const perRung = LadderRung.codes.map((rung) => [rung, { ...terms.usual, ...terms.byRung[rung] }]);
  return { ...Object.fromEntries(perRung), CRISIS: terms.crisis } as HoldTermTable;
}

/** The term of one key. Throws for a key that is no rung: the database knows no other. */
export function holdTerm(terms: HoldTermTable, key: string): HoldTerm {
  const term = terms[key];
  if (!term) throw new Error(`no hold terms for ${key}`);
  return term;
}

/** Terms in which every part that is given replaces the default; null when a part has no place or no sense. */
export function holdTermsWithDefaults(given: unknown): HoldTerms | null {
  const { usual = {}, crisis = {}, byRung = {}, ...unknown } = isRecord(given) ? given : { notAnObject: true };
  const perRung = isRecord(byRung) ? Object.entries(byRung) : [['', null] as const];
  const isWhole =
    Object.keys(unknown).length === 0 &&
    [usual, crisis, ...perRung.map(([, term]) => term)].every(isTerm) &&
    perRung.every(([rung]) => LadderRung.codes.some((code) => code === rung));
  if (!isWhole) return null;
  return {
    usual: { ...defaultHoldTerms.usual, ...(usual as Partial<HoldTerm>) },
    crisis: { ...defaultHoldTerms.crisis, ...(crisis as Partial<HoldTerm>) },
    byRung: byRung as HoldTerms['byRung'],
  };
}

const longestHours = 24 * 366;

function isTerm(given: unknown): boolean {
  return (
    isRecord(given) &&
    Object.entries(given).every(
      ([name, hours]) =>
        name in defaultHoldTerms.usual && typeof hours === 'number' && hours > 0 && hours <= longestHours,
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
