/** What the operation `ExportOffers` answers. */
export interface ExportPage {
  readonly offerChanges: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: OfferNode }[];
  };
}

export interface OfferNode {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly rung: string;
  readonly category: string;
  readonly isCrisis: boolean;
  readonly ageMin: number;
  readonly ageMax: number;
  readonly sex: string | null;
  readonly targetGroups: readonly string[];
  readonly exclusions: readonly string[];
  readonly legalFrameworks: readonly string[];
  readonly timeWindows: readonly string[];
  readonly placeFeatures: readonly string[];
  readonly languages: readonly string[];
  readonly unit: string;
  readonly changedAt: string;
  readonly retiredAt: string | null;
  readonly workingArea: readonly Municipality[];
  readonly site: SiteNode | null;
  readonly closure: ClosureNode | null;
  readonly availability: (FigureNode & { readonly freshness: { readonly asOf: string | null } }) | null;
  readonly latestReport: (FigureNode & { readonly asOf: string; readonly receivedAt: string }) | null;
  readonly organisation: OrganisationNode | null;
}

export interface Municipality {
  readonly code: string;
  readonly name: string;
}

export interface SiteNode {
  readonly id: string;
  readonly name: string;
  readonly establishmentNumber: string | null;
  readonly postcode4: string;
  readonly municipality: Municipality;
}

export interface ClosureNode {
  readonly reason: string;
  readonly closedAt: string;
  readonly expectedEndOn: string | null;
}

interface FigureNode {
  readonly status: string;
  readonly available: number | null;
  readonly maximum: number | null;
  readonly nextAvailableOn: string | null;
  readonly waitlistCount: number | null;
  readonly waitEstimateDays: number | null;
}

export interface OrganisationNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly kvk: string | null;
  readonly agb: readonly string[];
  readonly oin: string | null;
  readonly contact: ContactNode | null;
}

export interface ContactNode {
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
}
