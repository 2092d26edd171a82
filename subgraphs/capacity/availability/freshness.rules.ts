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

/** Key of the terms that hold for an offer: its rung, or crisis whatever its rung. Mirrored by `offer_availability` in SQL. */
export type TermTable = Readonly<Record<string, TermPerMethod>>;

/** The terms written out per rung and for crisis, as the SQL of the availability reads them. */
export function termTable(terms: FreshnessTerms): TermTable {
  const perRung = LadderRung.codes.map((rung) => [rung, { ...terms.byMethod, ...terms.byRung[rung] }]);
  return { ...Object.fromEntries(perRung), CRISIS: terms.crisis } as TermTable;
}

/** Whether every term is a positive number of hours and no figure turns stale before it ages. */
export function areTermsValid(table: TermTable): boolean {
  return Object.values(table).every((perMethod) =>
    PublishMethod.codes.every((method) => {
      const { agingHours, staleHours } = perMethod[method];
      return Number.isFinite(staleHours) && agingHours > 0 && staleHours >= agingHours;
    }),
  );
}
