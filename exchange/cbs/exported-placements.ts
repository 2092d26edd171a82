/** One page of placements as the operation `ExportPlacements` answers it. */
export interface PlacementPage {
  readonly exportedPlacements: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: GivenPlacement }[];
  };
}

/** Care that a provider gave, and the case to whose child. */
export interface GivenPlacement {
  readonly id: string;
  readonly rung: string;
  readonly allocatedAt: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly referrer: string | null;
  readonly product: GivenProduct | null;
  readonly organisation: { readonly id: string; readonly agb: readonly string[] };
  readonly offer: { readonly isCrisis: boolean } | null;
  readonly case: GivenCase;
}

export interface GivenProduct {
  readonly volume: number | null;
  readonly unit: string | null;
  readonly frequency: string | null;
  readonly startOn: string | null;
}

export interface GivenCase {
  readonly id: string;
  readonly number: string;
  readonly ownReference: string | null;
  readonly birthYear: number;
  readonly postcode4: string | null;
  readonly responsibleMunicipality: { readonly code: string };
  readonly need: { readonly isCrisis: boolean } | null;
  readonly cbsOutcomes: readonly GivenOutcome[];
}

export interface GivenOutcome {
  readonly measuredOn: string;
  readonly informant: string;
  readonly satisfaction: number | null;
  readonly canGoOn: number | null;
}
