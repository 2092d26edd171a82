// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.

import type { PageOperation } from '../hub/operation.js';
import type { AgeBand, BreakGlassReason, BreakGlassVerdict, CapacityStatus, CapacityUnit, CaseEventKind, CaseStatus, Characteristic, ConsultationChannel, ConsultationStatus, ContactKind, ExclusionCode, FreshnessState, HoldState, LadderRung, LegalFramework, MissingReason, PlaceFeature, PublishMethod, ReasonCode, ReferrerKind, Sex, TeamKind, TimeWindow } from './words.js';

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

export interface ReviewBreakGlassInput {
  readonly idempotencyKey: string;
  readonly breakGlassId: string;
  readonly verdict: BreakGlassVerdict;
  readonly note?: string | null;
}

export interface BreakGlassesData {
  readonly breakGlasses: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly caseId: string;
        readonly userId: string;
        readonly purpose: string;
        readonly reason: BreakGlassReason;
        readonly explanation: string;
        readonly openedAt: string;
        readonly endsAt: string;
        readonly isOpen: boolean;
        readonly reviewDueOn: string;
        readonly isReviewOverdue: boolean;
        readonly verdict: BreakGlassVerdict | null;
        readonly reviewedAt: string | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The page: emergency accesses with who, why and what became of them, the newest first. */
export const breakGlasses: PageOperation<BreakGlassesData, { readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:f20f062de75f8411f156467c7b823ddf8511259ddf0f26e5410eb218ae19c762',
};

export interface BreakGlassReviewsData {
  readonly breakGlassReviews: {
    readonly openCount: number;
    readonly overdueCount: number;
  } | null;
}

/** The page: how many emergency accesses wait for their review, and how many too long. */
export const breakGlassReviews: PageOperation<BreakGlassReviewsData, {}> = {
  kind: 'query',
  documentId: 'sha256:a0c2da9180c8e3649819e61a4cfd320bbf59e9bb02fea46d06ef2e4c2d8439c9',
};

export interface CaseAccessesData {
  readonly caseAccesses: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly at: string;
        readonly userId: string;
        readonly roles: readonly (string)[];
        readonly event: string;
        readonly purpose: string;
        readonly isGranted: boolean;
        readonly isBreakGlass: boolean;
        readonly operationName: string | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The page: who looked at a case, when and why, the newest first. */
export const caseAccesses: PageOperation<CaseAccessesData, { readonly caseId: string; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:405763ddaaee7cd069fee2b5e5bb32b87e47fef1cfcf3899f71be090c0372967',
};

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

/** The broker's page: one case with what is sought, the places that are held for it and what happened. */
export const caseFile: PageOperation<CaseFileData, { readonly id: string; }> = {
  kind: 'query',
  documentId: 'sha256:102017c8941652e2f2b697d6519441fc9c33cb240d2ec526ef7079660f26f0b7',
};

export interface CaseOptionsData {
  readonly case: {
    readonly id: string;
    readonly number: string | null;
    readonly municipality: {
      readonly code: string;
    } | null;
    readonly need: {
      readonly nearPostcode4: string | null;
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
          readonly site: {
            readonly id: string;
            readonly postcode4: string;
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

/** The broker's page, about one case: its need, what fits it in order, what fell out and who did not answer. */
export const caseOptions: PageOperation<CaseOptionsData, { readonly id: string; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:19b84a476b42ce40388dca90fc9dcf3ed80b93f35535d91fa0ec5c03e3294976',
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
}

/** The broker's page: open cases with what makes them urgent. */
export const cases: PageOperation<CasesData, { readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:82dd5e31c23f8da4ec889b24d9a7d5b5662053754200cd216df18d888957e83f',
};

export interface ConsultationsData {
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
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The broker's page: questions that wait for a first contact. */
export const consultations: PageOperation<ConsultationsData, { readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:1db6ea24475bcb7709befa2a9e94b1704755ec95163edcf3dad664dafefe298b',
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
        readonly site: {
          readonly id: string;
          readonly postcode4: string;
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

/** The broker's page, about a need that belongs to no case: what fits it in order, what fell out and who did not answer. */
export const needOptions: PageOperation<NeedOptionsData, { readonly need: NeedInput; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:aac0925a27b4a580576e625d8509e381a61ed8d8b7f107678761f3f1bd4a71ef',
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

export interface ReviewBreakGlassData {
  readonly reviewBreakGlass: {
    readonly breakGlass: {
      readonly id: string;
      readonly verdict: BreakGlassVerdict | null;
    } | null;
  } | null;
}

/** The page: a privacy officer says what was found of an emergency access. */
export const reviewBreakGlass: PageOperation<ReviewBreakGlassData, { readonly input: ReviewBreakGlassInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:d8a293ddff2e9e6d1a4c21b2fff72d154056322584cc864049b9e72a0b8d595b',
};
