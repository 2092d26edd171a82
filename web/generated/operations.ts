// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.

import type { PageOperation } from '../hub/operation.js';
import type { AgeBand, CapacityStatus, CapacityUnit, CaseEventKind, CaseStatus, Characteristic, ConsultationChannel, ConsultationStatus, ContactKind, ExclusionCode, FreshnessState, HoldState, LadderRung, LegalFramework, MissingReason, PlaceFeature, PublishMethod, ReasonCode, ReferrerKind, Sex, TeamKind, TimeWindow } from './words.js';

export interface HoldPlaceInput {
  readonly caseId: string;
  readonly offerId: string;
  readonly quantity?: number;
  readonly confirmedByPhone?: PhoneConfirmationInput | null;
  readonly idempotencyKey: string;
}

export interface HoldStepInput {
  readonly idempotencyKey: string;
  readonly holdId: string;
}

export interface NeedInput {
  readonly rungs?: readonly (LadderRung)[];
  readonly heaviestRung?: LadderRung | null;
  readonly sex?: Sex | null;
  readonly startByOn?: string | null;
  readonly durationWeeks?: number | null;
  readonly hoursPerWeek?: number | null;
  readonly timeWindows?: readonly (TimeWindow)[];
  readonly childrenTogether?: number;
  readonly characteristics?: readonly (Characteristic)[];
  readonly placeFeatures?: readonly (PlaceFeature)[];
  readonly isCrisis?: boolean;
  readonly languages?: readonly (string)[];
  readonly legalFrameworks?: readonly (LegalFramework)[];
  readonly birthYear: number;
  readonly municipalityCode: string;
  readonly responsibleMunicipalityCode?: string | null;
  readonly nearPostcode4?: string | null;
  readonly schoolPostcode4?: string | null;
  readonly maxDistanceKm?: number | null;
  readonly contractedOnly?: boolean;
}

export interface PhoneConfirmationInput {
  readonly spokenWith: string;
  readonly calledAt: string;
  readonly available?: number | null;
}

export interface RecordContactInput {
  readonly idempotencyKey: string;
  readonly consultationId: string;
  readonly version: number;
  readonly kind: ContactKind;
  readonly at?: string | null;
  readonly minutes?: number | null;
}

export interface ReferrerInput {
  readonly kind: ReferrerKind;
  readonly organisationId?: string | null;
  readonly municipalityCode: string;
}

export interface RegisterConsultationInput {
  readonly idempotencyKey: string;
  readonly channel: ConsultationChannel;
  readonly referrer: ReferrerInput;
  readonly municipalityCode: string;
  readonly isIdentified?: boolean;
  readonly receivedAt?: string | null;
}

export interface SavedSearchInput {
  readonly idempotencyKey: string;
  readonly searchId: string;
}

export interface SaveSearchInput {
  readonly idempotencyKey: string;
  readonly need: NeedInput;
  readonly caseId?: string | null;
}

export interface CaseFileData {
  readonly case: {
    readonly id: string;
    readonly version: number | null;
    readonly number: string | null;
    readonly ageBand: AgeBand | null;
    readonly status: CaseStatus | null;
    readonly openedAt: string | null;
    readonly isRestricted: boolean | null;
    readonly isThreatenedOutOfHome: boolean | null;
    readonly currentRung: LadderRung | null;
    readonly legalFrameworks: readonly (LegalFramework)[] | null;
    readonly municipality: {
      readonly code: string;
      readonly name: string;
    } | null;
    readonly ownerOrganisation: {
      readonly id: string;
      readonly name: string | null;
      readonly contact: {
        readonly phone: string | null;
      } | null;
    } | null;
    readonly need: {
      readonly rungs: readonly (LadderRung)[];
      readonly heaviestRung: LadderRung | null;
      readonly sex: Sex | null;
      readonly startByOn: string | null;
      readonly durationWeeks: number | null;
      readonly hoursPerWeek: number | null;
      readonly timeWindows: readonly (TimeWindow)[];
      readonly childrenTogether: number;
      readonly characteristics: readonly (Characteristic)[];
      readonly placeFeatures: readonly (PlaceFeature)[];
      readonly isCrisis: boolean;
      readonly languages: readonly (string)[];
      readonly nearPostcode4: string | null;
      readonly maxDistanceKm: number | null;
      readonly contractedOnly: boolean;
    } | null;
    readonly timeline: {
      readonly edges: readonly ({
        readonly node: {
          readonly kind: CaseEventKind;
          readonly at: string;
          readonly subjectId: string;
          readonly byOrganisation: {
            readonly id: string;
            readonly name: string | null;
          } | null;
          readonly organisation: {
            readonly id: string;
            readonly name: string | null;
          } | null;
        };
      })[];
    } | null;
    readonly holds: {
      readonly edges: readonly ({
        readonly node: {
          readonly id: string;
          readonly state: HoldState;
          readonly quantity: number;
          readonly createdAt: string;
          readonly answerDueAt: string;
          readonly expiresAt: string | null;
          readonly endedAt: string | null;
          readonly offer: {
            readonly id: string;
            readonly title: string;
            readonly unit: CapacityUnit;
            readonly organisation: {
              readonly id: string;
              readonly name: string | null;
              readonly contact: {
                readonly phone: string | null;
              } | null;
            } | null;
          } | null;
        };
      })[];
    } | null;
  } | null;
}

/** The broker's page: one case with what is sought, the places that are held for it and what happened. Live: cases.case of id, cases.placement here, cases.referral here, capacity.hold here */
export const caseFile: PageOperation<CaseFileData, { readonly id: string; }> = {
  kind: 'query',
  documentId: 'sha256:d75260858d97725f545ee4d1c95f0b7f159f161bc9131bf69ef925272a4964d2',
};

export interface CaseOptionsData {
  readonly case: {
    readonly id: string;
    readonly number: string | null;
    readonly need: {
      readonly rungs: readonly (LadderRung)[];
      readonly heaviestRung: LadderRung | null;
      readonly birthYear: number;
      readonly sex: Sex | null;
      readonly municipalityCode: string;
      readonly responsibleMunicipalityCode: string | null;
      readonly startByOn: string | null;
      readonly durationWeeks: number | null;
      readonly hoursPerWeek: number | null;
      readonly timeWindows: readonly (TimeWindow)[];
      readonly childrenTogether: number;
      readonly nearPostcode4: string | null;
      readonly schoolPostcode4: string | null;
      readonly maxDistanceKm: number | null;
      readonly characteristics: readonly (Characteristic)[];
      readonly placeFeatures: readonly (PlaceFeature)[];
      readonly languages: readonly (string)[];
      readonly legalFrameworks: readonly (LegalFramework)[];
      readonly contractedOnly: boolean;
      readonly isCrisis: boolean;
    } | null;
    readonly options: {
      readonly evaluatedAt: string;
      readonly totalCount: number;
      readonly organisationsConsidered: number;
      readonly offersConsidered: number;
      readonly missingSources: {
        readonly totalCount: number;
        readonly nodes: readonly ({
          readonly organisationId: string;
          readonly reason: MissingReason;
          readonly lastReportAt: string | null;
          readonly organisation: {
            readonly id: string;
            readonly name: string | null;
            readonly contact: {
              readonly phone: string | null;
            } | null;
          } | null;
        })[];
      };
      readonly edges: readonly ({
        readonly rank: number;
        readonly distanceToHomeKm: number | null;
        readonly distanceToSchoolKm: number | null;
        readonly reasons: readonly ({
          readonly code: ReasonCode;
          readonly text: string;
        })[];
        readonly node: {
          readonly id: string;
          readonly title: string;
          readonly description: string;
          readonly rung: LadderRung;
          readonly isCrisis: boolean;
          readonly ageMin: number;
          readonly ageMax: number;
          readonly childrenTogether: number;
          readonly timeWindows: readonly (TimeWindow)[];
          readonly placeFeatures: readonly (PlaceFeature)[];
          readonly municipality: {
            readonly code: string;
            readonly name: string;
          } | null;
          readonly availability: {
            readonly status: CapacityStatus;
            readonly available: number | null;
            readonly maximum: number | null;
            readonly unit: CapacityUnit;
            readonly nextAvailableOn: string | null;
            readonly waitlistCount: number | null;
            readonly waitEstimateDays: number | null;
            readonly isDisputed: boolean;
            readonly freshness: {
              readonly state: FreshnessState;
              readonly asOf: string | null;
              readonly method: PublishMethod | null;
            };
          } | null;
          readonly organisation: {
            readonly id: string;
            readonly name: string | null;
            readonly contact: {
              readonly phone: string | null;
              readonly email: string | null;
              readonly website: string | null;
            } | null;
            readonly teams: readonly ({
              readonly id: string;
              readonly name: string | null;
              readonly kind: TeamKind | null;
            })[] | null;
          } | null;
        };
      })[];
      readonly excluded: readonly ({
        readonly code: ExclusionCode;
        readonly text: string;
        readonly offerCount: number;
        readonly offers: {
          readonly nodes: readonly ({
            readonly id: string;
            readonly title: string;
          })[];
        };
      })[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    } | null;
  } | null;
}

/** The broker's page, about one case: its need, what fits it in order, what fell out and who did not answer. Live: cases.case of id, capacity.capacity, capacity.report, capacity.offer, capacity.intake, capacity.figure, capacity.hold No news: evaluatedAt */
export const caseOptions: PageOperation<CaseOptionsData, { readonly id: string; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:ffd6d937b6a77bbd68ea88614dd7e2c3fd943a442af993f828cf082f7fa60a58',
};

export interface CasesData {
  readonly cases: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly number: string | null;
        readonly ageBand: AgeBand | null;
        readonly currentRung: LadderRung | null;
        readonly isThreatenedOutOfHome: boolean | null;
        readonly isRestricted: boolean | null;
        readonly openedAt: string | null;
        readonly municipality: {
          readonly code: string;
          readonly name: string;
        } | null;
        readonly need: {
          readonly isCrisis: boolean;
          readonly startByOn: string | null;
          readonly rungs: readonly (LadderRung)[];
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
  readonly consultations: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly version: number | null;
        readonly channel: ConsultationChannel | null;
        readonly receivedAt: string | null;
        readonly firstContactDueAt: string | null;
        readonly municipality: {
          readonly code: string;
          readonly name: string;
        } | null;
        readonly referrer: {
          readonly kind: ReferrerKind;
        } | null;
      };
    })[];
  } | null;
}

/** The broker's page: open cases with what makes them urgent, and questions that wait for a first contact. Live: cases.case here, cases.consultation here */
export const cases: PageOperation<CasesData, { readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:4e94e53fe0c8e0b24626ae490fd7818e753a1c9fa485700e0595f6b0fe417af4',
};

export interface HoldPlaceData {
  readonly holdPlace: {
    readonly hold: {
      readonly id: string;
      readonly state: HoldState;
      readonly quantity: number;
      readonly answerDueAt: string;
      readonly expiresAt: string | null;
      readonly offer: {
        readonly id: string;
      } | null;
    } | null;
  } | null;
}

/** The broker's page: keeps a place for a case until the hold expires, with what the provider said on the telephone where its figure is old. */
export const holdPlace: PageOperation<HoldPlaceData, { readonly input: HoldPlaceInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:7af1e07b84609c447198eaa7b81451fd304498c3ae93619ef4fcf2d52e9aea3f',
};

export interface NeedOptionsData {
  readonly options: {
    readonly evaluatedAt: string;
    readonly totalCount: number;
    readonly organisationsConsidered: number;
    readonly offersConsidered: number;
    readonly missingSources: {
      readonly totalCount: number;
      readonly nodes: readonly ({
        readonly organisationId: string;
        readonly reason: MissingReason;
        readonly lastReportAt: string | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
          readonly contact: {
            readonly phone: string | null;
          } | null;
        } | null;
      })[];
    };
    readonly edges: readonly ({
      readonly rank: number;
      readonly distanceToHomeKm: number | null;
      readonly distanceToSchoolKm: number | null;
      readonly reasons: readonly ({
        readonly code: ReasonCode;
        readonly text: string;
      })[];
      readonly node: {
        readonly id: string;
        readonly title: string;
        readonly description: string;
        readonly rung: LadderRung;
        readonly isCrisis: boolean;
        readonly ageMin: number;
        readonly ageMax: number;
        readonly childrenTogether: number;
        readonly timeWindows: readonly (TimeWindow)[];
        readonly placeFeatures: readonly (PlaceFeature)[];
        readonly municipality: {
          readonly code: string;
          readonly name: string;
        } | null;
        readonly availability: {
          readonly status: CapacityStatus;
          readonly available: number | null;
          readonly maximum: number | null;
          readonly unit: CapacityUnit;
          readonly nextAvailableOn: string | null;
          readonly waitlistCount: number | null;
          readonly waitEstimateDays: number | null;
          readonly isDisputed: boolean;
          readonly freshness: {
            readonly state: FreshnessState;
            readonly asOf: string | null;
            readonly method: PublishMethod | null;
          };
        } | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
          readonly contact: {
            readonly phone: string | null;
            readonly email: string | null;
            readonly website: string | null;
          } | null;
          readonly teams: readonly ({
            readonly id: string;
            readonly name: string | null;
            readonly kind: TeamKind | null;
          })[] | null;
        } | null;
      };
    })[];
    readonly excluded: readonly ({
      readonly code: ExclusionCode;
      readonly text: string;
      readonly offerCount: number;
      readonly offers: {
        readonly nodes: readonly ({
          readonly id: string;
          readonly title: string;
        })[];
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The broker's page, about a need that belongs to no case: what fits it in order, what fell out and who did not answer. Live: capacity.capacity, capacity.report, capacity.offer, capacity.intake, capacity.figure, capacity.hold No news: evaluatedAt */
export const needOptions: PageOperation<NeedOptionsData, { readonly need: NeedInput; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:ddb461b4b2eecacb80d2e19b01f516f82eba1b8cc9a0b2ed32c9006f7ace371e',
};

export interface RecordContactData {
  readonly recordContact: {
    readonly consultation: {
      readonly id: string;
      readonly version: number | null;
      readonly status: ConsultationStatus | null;
      readonly firstContactAt: string | null;
    } | null;
  } | null;
}

/** The broker's page: somebody was spoken to, which is the first contact within 48 hours if there was none. */
export const recordContact: PageOperation<RecordContactData, { readonly input: RecordContactInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:c794441d56dd31dcc0f273abcd52ceb7cdbfd118202837fa6256d9b0e4829722',
};

export interface RegisterConsultationData {
  readonly registerConsultation: {
    readonly consultation: {
      readonly id: string;
      readonly version: number | null;
      readonly receivedAt: string | null;
      readonly firstContactDueAt: string | null;
    } | null;
  } | null;
}

/** The broker's page: a question about a child as it came in by telephone. */
export const registerConsultation: PageOperation<RegisterConsultationData, { readonly input: RegisterConsultationInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:8fb827dbb361d8288e73a57a830252d7668892bacaaa3d7841e5c542627b7094',
};

export interface ReleaseHoldData {
  readonly releaseHold: {
    readonly hold: {
      readonly id: string;
      readonly state: HoldState;
      readonly endedAt: string | null;
    } | null;
  } | null;
}

/** The broker's page: gives back a place that is held. */
export const releaseHold: PageOperation<ReleaseHoldData, { readonly input: HoldStepInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:59268d98ba15f56a37ca45147fe900b1c7b5074ec51453ef5b04b213eb37d29d',
};

export interface RemoveSearchData {
  readonly removeSearch: {
    readonly isReplay: boolean;
  } | null;
}

/** The broker's page: keeps a search no longer. */
export const removeSearch: PageOperation<RemoveSearchData, { readonly input: SavedSearchInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:87a62072b078e58397b6bac3b19f31d43f9992296a573363873d52eeb9566bb5',
};

export interface RenewSearchData {
  readonly renewSearch: {
    readonly isReplay: boolean;
    readonly savedSearch: {
      readonly id: string;
      readonly endsAt: string;
    } | null;
  } | null;
}

/** The broker's page: keeps a search for as long again. */
export const renewSearch: PageOperation<RenewSearchData, { readonly input: SavedSearchInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:41f3bdf0d3bd24829b8dbb034b042949ee810768a6c089fea0f97980b2a70f97',
};

export interface SavedSearchesData {
  readonly savedSearches: readonly ({
    readonly id: string;
    readonly municipalityCode: string;
    readonly birthYear: number;
    readonly rungs: readonly (LadderRung)[];
    readonly createdAt: string;
    readonly endsAt: string;
    readonly case: {
      readonly id: string;
      readonly number: string | null;
    } | null;
    readonly finds: readonly ({
      readonly foundAt: string;
      readonly offer: {
        readonly id: string;
        readonly title: string;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
          readonly contact: {
            readonly phone: string | null;
          } | null;
        } | null;
      } | null;
    })[];
  })[] | null;
}

/** The broker's page: the searches that somebody keeps, with what fits them now. Live: capacity.search */
export const savedSearches: PageOperation<SavedSearchesData, {}> = {
  kind: 'query',
  documentId: 'sha256:d9b3a4951926d6b841952712d9ea37e8d77da20550e02726e05dcace219d5bb4',
};

export interface SaveSearchData {
  readonly saveSearch: {
    readonly isReplay: boolean;
    readonly savedSearch: {
      readonly id: string;
      readonly endsAt: string;
    } | null;
  } | null;
}

/** The broker's page: keeps a search, to be told once a place comes free that fits. */
export const saveSearch: PageOperation<SaveSearchData, { readonly input: SaveSearchInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:7dcd5c21943b29dbb3a8c40fe7ac07d2203c94434bd0f3a29ccbc826d89f7ad0',
};
