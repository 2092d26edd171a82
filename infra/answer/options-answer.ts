import type { AgeBand } from '../../vocabulary/age-band.js';
import type { LadderRung } from '../../vocabulary/ladder.js';

/** The ranked options of an answer, as far as the terminal shows them. */
export interface Options {
  readonly evaluatedAt: string;
  readonly organisationsConsidered: number;
  readonly offersConsidered: number;
  readonly missingSources: { readonly totalCount: number; readonly nodes: readonly MissingSource[] };
  readonly edges: readonly OptionEdge[];
  readonly excluded: readonly { readonly text: string; readonly offerCount: number }[];
}

export interface MissingSource {
  readonly organisationId: string;
  readonly lastReportAt: string | null;
}

export interface OptionEdge {
  readonly rank: number;
  readonly distanceToHomeKm: number | null;
  readonly reasons: readonly { readonly text: string }[];
  readonly node: {
    readonly title: string;
    readonly rung: LadderRung;
    readonly municipality: { readonly name: string };
    readonly availability: OptionAvailability;
    /** Its name is missing while people does not answer. */
    readonly organisation: { readonly id: string; readonly name: string | null } | null;
  };
}

export interface OptionAvailability {
  readonly available: number | null;
  readonly unit: string;
  readonly nextAvailableOn: string | null;
  readonly waitEstimateDays: number | null;
  readonly freshness: { readonly asOf: string | null };
}

/** The case of the operation FindOptions. */
export interface CaseAnswer {
  readonly number: string;
  readonly ageBand: AgeBand;
  readonly municipality: { readonly name: string };
  readonly need: { readonly rungs: readonly LadderRung[]; readonly startByOn: string | null } | null;
  readonly options: Options | null;
}
