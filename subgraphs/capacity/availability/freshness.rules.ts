import { LadderRung } from '../../../vocabulary/ladder.js';
import { PublishMethod } from './capacity-codes.js';

/** From what age, in hours, a figure is AGING and from what age STALE. */
export interface FreshnessTerm {
  readonly agingHours: number;
  readonly staleHours: number;
}

type TermPerMethod = Readonly<Record<PublishMethod, FreshnessTerm>>;

/** The terms of a region: per method, shorter for crisis places, and other where a rung asks for it. */
export interface FreshnessTerms {
  readonly byMethod: TermPerMethod;
  readonly crisis: TermPerMethod;
  readonly byRung: Partial<Readonly<Record<LadderRung, Partial<TermPerMethod>>>>;
}

const machine: FreshnessTerm = { agingHours: 24, staleHours: 72 };
const byHand: FreshnessTerm = { agingHours: 3 * 24, staleHours: 7 * 24 };
const crisis: FreshnessTerm = { agingHours: 4, staleHours: 12 };

function everyMethod(term: FreshnessTerm): TermPerMethod {
  return { MACHINE: term, MANUAL: term, IMPORT: term, PHONED: term };
}

/** A proposal: no source gives terms. Anchors are registries that ask for a daily update (Colorado) or count a week as old (Twente). */
export const defaultFreshnessTerms: FreshnessTerms = {
  byMethod: { ...everyMethod(byHand), MACHINE: machine },
  crisis: everyMethod(crisis),
  byRung: {},
};

/** Terms by the key that holds for an offer: its rung, or CRISIS whatever its rung. */
export type TermTable = Readonly<Record<string, TermPerMethod>>;

/** The terms written out per rung and for crisis, as the SQL of the availability reads them. */
export function termTable(terms: FreshnessTerms): TermTable {
  const perRung = LadderRung.codes.map((rung) => [rung, { ...terms.byMethod, ...terms.byRung[rung] }]);
  return { ...Object.fromEntries(perRung), CRISIS: terms.crisis } as TermTable;
}

/** Terms in which every part that is given replaces the default; null when a part has no place or no sense. */
export function withDefaults(given: unknown): FreshnessTerms | null {
  const { byMethod = {}, crisis = {}, byRung = {}, ...unknown } = isRecord(given) ? given : { notAnObject: true };
  const perRung = isRecord(byRung) ? Object.entries(byRung) : [];
  const isWhole =
    Object.keys(unknown).length === 0 &&
    isRecord(byRung) &&
    [byMethod, crisis, ...perRung.map(([, terms]) => terms)].every(areTerms) &&
    perRung.every(([rung]) => LadderRung.codes.some((code) => code === rung));
  if (!isWhole) return null;
  return {
    byMethod: { ...defaultFreshnessTerms.byMethod, ...(byMethod as Partial<TermPerMethod>) },
    crisis: { ...defaultFreshnessTerms.crisis, ...(crisis as Partial<TermPerMethod>) },
    byRung: byRung,
  };
}

/** Methods that exist, each with a positive number of hours, and no figure turns stale before it ages. */
function areTerms(given: unknown): boolean {
  return (
    isRecord(given) &&
    Object.entries(given).every(([method, term]) => PublishMethod.codes.some((code) => code === method) && isTerm(term))
  );
}

function isTerm(given: unknown): given is FreshnessTerm {
  if (!isRecord(given)) return false;
  const { agingHours, staleHours } = given;
  return typeof agingHours === 'number' && typeof staleHours === 'number' && agingHours > 0 && staleHours >= agingHours;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
