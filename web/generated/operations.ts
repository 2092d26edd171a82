// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.

import type { PageOperation } from '../hub/operation.js';
import type { AbandonReason, AgeBand, AlternativeVerdict, BreakGlassReason, BreakGlassVerdict, CapacityStatus, CapacityUnit, CaseEventKind, CaseStatus, Characteristic, ChecklistState, ClosureReason, ConsentParty, ConsentPurpose, ConsultationChannel, ConsultationStatus, ContactKind, DeclineReason, DeploymentActionKind, DeploymentEndReason, DeploymentPurpose, DeploymentStatus, DuoReasonCode, EndReason, EscalationReason, ExclusionCode, ExperienceCode, ExpertiseCode, ExpertiseLevel, FamilyFormReason, FreshnessState, GoalGap, GoalMeasure, GoalOperator, HandOnReason, HoldAnswer, HoldState, InterventionKind, LadderRung, LegalFramework, LegalMeasure, MissingReason, NetworkAnswer, NetworkFunction, NetworkRequestState, NetworkRequestStep, NotSuitableReason, NoticeKind, PlaceFeature, PlacementGrouping, PlacementStatus, ProblemDomain, ProductFrequency, ProductUnit, ProfessionalReasonCode, PublicationOutcome, PublishMethod, ReasonCode, ReferralAnswer, ReferralState, ReferrerKind, RejectionReason, ResultKind, RoundTableKind, RoundTableState, Sex, SharingGround, SkipReason, Sla48hGrouping, TableCancelReason, TableDecision, TeamKind, TimeWindow, UnmetNeedGrouping, Verdict, WaitingGrouping, WayfinderSituation, WithheldReason, YearTableCheckCode, YearTableSectionKind } from './words.js';

export interface AbandonConsultationInput {
  readonly idempotencyKey: string;
  readonly consultationId: string;
  readonly version: number;
  readonly reason: AbandonReason;
}

export interface AllocatedProductInput {
  readonly category?: string | null;
  readonly code?: string | null;
  readonly volume?: number | null;
  readonly unit?: ProductUnit | null;
  readonly frequency?: ProductFrequency | null;
  readonly startOn?: string | null;
  readonly endOn?: string | null;
  readonly allocationNumber?: number | null;
  readonly referrer?: ReferrerKind | null;
}

export interface AllocatePlacementInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly referralId?: string | null;
  readonly holdId?: string | null;
  readonly rung?: LadderRung | null;
  readonly isSecondary?: boolean;
  readonly allocatedAt?: string | null;
  readonly product?: AllocatedProductInput | null;
}

export interface AlternativeInput {
  readonly rung: LadderRung;
  readonly verdict: AlternativeVerdict;
  readonly reason?: NotSuitableReason | null;
}

export interface AnswerChecklistItemInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly version: number;
  readonly alternative?: AlternativeInput | null;
  readonly isConsultationHeld?: boolean | null;
  readonly isRetDiscussed?: boolean | null;
  readonly familyFormReason?: FamilyFormReason | null;
}

export interface AnswerHoldInput {
  readonly idempotencyKey: string;
  readonly holdId: string;
  readonly answer: HoldAnswer;
  readonly reason?: DeclineReason | null;
  readonly note?: string | null;
}

export interface AnswerReferralInput {
  readonly idempotencyKey: string;
  readonly referralId: string;
  readonly answer: ReferralAnswer;
  readonly reason?: DeclineReason | null;
}

export interface AnswerRequestInput {
  readonly idempotencyKey: string;
  readonly requestId: string;
  readonly version: number;
  readonly answer: NetworkAnswer;
}

export interface AskNetworkInput {
  readonly idempotencyKey: string;
  readonly function: NetworkFunction;
  readonly situation: WayfinderSituation;
  readonly municipalityCode: string;
  readonly expertise?: ExpertiseCode | null;
}

export interface BreakGlassInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly reason: BreakGlassReason;
  readonly explanation: string;
}

export interface CancelPlacementInput {
  readonly idempotencyKey: string;
  readonly placementId: string;
  readonly version: number;
  readonly reason: EndReason;
}

export interface CancelRoundTableInput {
  readonly idempotencyKey: string;
  readonly roundTableId: string;
  readonly version: number;
  readonly reason: TableCancelReason;
}

export interface CapacityReportInput {
  readonly offerKey: string;
  readonly sequence: number;
  readonly status: CapacityStatus;
  readonly available: number;
  readonly maximum: number;
  readonly unit: CapacityUnit;
  readonly nextAvailableOn?: string | null;
  readonly waitlistCount?: number | null;
  readonly waitEstimateDays?: number | null;
  readonly note?: string | null;
}

export interface CloseConsultationInput {
  readonly idempotencyKey: string;
  readonly consultationId: string;
  readonly version: number;
  readonly closedAt?: string | null;
}

export interface CloseIntakeInput {
  readonly idempotencyKey: string;
  readonly offerKey: string;
  readonly reason: ClosureReason;
  readonly expectedEndOn?: string | null;
  readonly note?: string | null;
}

export interface CompleteChecklistInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly version: number;
  readonly rung?: LadderRung;
}

export interface ConfirmCapacityInput {
  readonly idempotencyKey: string;
  readonly offerKeys?: readonly (string)[] | null;
  readonly isRehearsal?: boolean;
}

export interface DeployDuoInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly teamId: string;
  readonly professionalIds: readonly (string)[];
  readonly purpose: DeploymentPurpose;
  readonly hours: readonly (WindowHoursInput)[];
  readonly fromOn?: string | null;
  readonly toOn: string;
}

export interface EndBreakGlassInput {
  readonly idempotencyKey: string;
  readonly breakGlassId: string;
}

export interface EndDeploymentInput {
  readonly idempotencyKey: string;
  readonly deploymentId: string;
  readonly version: number;
  readonly endedOn?: string | null;
  readonly reason: DeploymentEndReason;
}

export interface EndPlacementInput {
  readonly idempotencyKey: string;
  readonly placementId: string;
  readonly version: number;
  readonly reason: EndReason;
  readonly endedAt?: string | null;
  readonly nextRung?: LadderRung | null;
}

export interface EscalateRequestInput {
  readonly idempotencyKey: string;
  readonly requestId: string;
  readonly version: number;
  readonly reason: EscalationReason;
}

export interface ExtendDeploymentInput {
  readonly idempotencyKey: string;
  readonly deploymentId: string;
  readonly version: number;
  readonly toOn: string;
}

export interface HandOnRequestInput {
  readonly idempotencyKey: string;
  readonly requestId: string;
  readonly version: number;
  readonly reason: HandOnReason;
  readonly toTeamId?: string | null;
}

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

export interface NetworkRequestFilter {
  readonly states?: readonly (NetworkRequestState)[] | null;
  readonly functions?: readonly (NetworkFunction)[] | null;
  readonly overdue?: boolean | null;
  readonly breached?: boolean | null;
  readonly askedByMe?: boolean | null;
}

export interface PausePlacementInput {
  readonly idempotencyKey: string;
  readonly placementId: string;
  readonly version: number;
  readonly pausedAt?: string | null;
}

export interface PhoneConfirmationInput {
  readonly spokenWith: string;
  readonly calledAt: string;
  readonly available?: number | null;
}

export interface PlacementStepInput {
  readonly idempotencyKey: string;
  readonly placementId: string;
  readonly version: number;
}

export interface PlanRoundTableInput {
  readonly idempotencyKey: string;
  readonly caseId?: string | null;
  readonly consultationId?: string | null;
  readonly kind: RoundTableKind;
  readonly plannedAt: string;
  readonly participantIds?: readonly (string)[];
  readonly organisationIds?: readonly (string)[];
  readonly isInstitutionInvolved: boolean;
  readonly isInstitutionInvited: boolean;
}

export interface ProfessionalSearchInput {
  readonly municipalityCode: string;
  readonly text?: string | null;
  readonly expertise?: readonly (SoughtExpertiseInput)[];
  readonly experience?: readonly (ExperienceCode)[];
  readonly language?: string | null;
  readonly hoursPerWeek?: number | null;
  readonly timeWindows?: readonly (TimeWindow)[] | null;
  readonly fromOn?: string | null;
  readonly weeks?: number | null;
}

export interface PublishCapacityInput {
  readonly idempotencyKey: string;
  readonly asOf: string;
  readonly isAtomic?: boolean;
  readonly isRehearsal?: boolean;
  readonly reports: readonly (CapacityReportInput)[];
}

export interface ReadNoticesInput {
  readonly idempotencyKey: string;
  readonly noticeIds: readonly (string)[];
}

export interface RecordConsentInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly by: ConsentParty;
  readonly purpose: ConsentPurpose;
  readonly givenAt: string;
  readonly validUntil?: string | null;
}

export interface RecordContactInput {
  readonly idempotencyKey: string;
  readonly consultationId: string;
  readonly version: number;
  readonly kind: ContactKind;
  readonly at?: string | null;
  readonly minutes?: number | null;
}

export interface RecordInterventionInput {
  readonly idempotencyKey: string;
  readonly consultationId: string;
  readonly version: number;
  readonly intervention: InterventionKind;
}

export interface RecordOutcomeInput {
  readonly idempotencyKey: string;
  readonly consultationId: string;
  readonly version: number;
  readonly kind: ResultKind;
  readonly measuredOn: string;
  readonly isStable?: boolean | null;
  readonly followUpOn?: string | null;
}

export interface RecordRoundTableInput {
  readonly idempotencyKey: string;
  readonly roundTableId: string;
  readonly version: number;
  readonly heldAt?: string | null;
  readonly participantIds?: readonly (string)[] | null;
  readonly organisationIds?: readonly (string)[] | null;
  readonly areParentsPresent: boolean;
  readonly decisions: readonly (TableDecision)[];
}

export interface ReferCaseInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly offerId?: string | null;
  readonly holdId?: string | null;
  readonly ground?: SharingGround;
  readonly days?: number | null;
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

export interface RejectOptionInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly offerId: string;
  readonly reason: RejectionReason;
}

export interface ReopenIntakeInput {
  readonly idempotencyKey: string;
  readonly offerKey: string;
}

export interface ReviewBreakGlassInput {
  readonly idempotencyKey: string;
  readonly breakGlassId: string;
  readonly verdict: BreakGlassVerdict;
  readonly note?: string | null;
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

export interface ShortlistOptionInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly offerId: string;
}

export interface SoughtExpertiseInput {
  readonly code: ExpertiseCode;
  readonly minimumLevel?: ExpertiseLevel;
}

export interface StartPlacementInput {
  readonly idempotencyKey: string;
  readonly placementId: string;
  readonly version: number;
  readonly startedAt?: string | null;
}

export interface SwapDuoMemberInput {
  readonly idempotencyKey: string;
  readonly deploymentId: string;
  readonly version: number;
  readonly leavingId: string;
  readonly joiningId: string;
  readonly fromOn?: string | null;
}

export interface TeamFilter {
  readonly kinds?: readonly (TeamKind)[] | null;
  readonly municipalityCode?: string | null;
  readonly organisationId?: string | null;
  readonly activeOn?: string | null;
}

export interface WindowHoursInput {
  readonly timeWindow: TimeWindow;
  readonly hoursPerWeek: number;
}

export interface WithdrawConsentInput {
  readonly idempotencyKey: string;
  readonly caseId: string;
  readonly by: ConsentParty;
  readonly purpose: ConsentPurpose;
}

export interface WithdrawReferralInput {
  readonly idempotencyKey: string;
  readonly referralId: string;
}

export interface AbandonConsultationData {
  readonly abandonConsultation: {
    readonly consultation: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The broker's page: a question that waits for a first contact is not gone on with, and why. */
export const abandonConsultation: PageOperation<AbandonConsultationData, { readonly input: AbandonConsultationInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:c931f09da3a8ca2fc55b43a855a622092a8019592ae4c2a90f7a9a89acdf48e8',
};

export interface AllocatePlacementData {
  readonly allocatePlacement: {
    readonly placement: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: care is allocated: of a referral that was accepted, of a hold, or in the own network. */
export const allocatePlacement: PageOperation<AllocatePlacementData, { readonly input: AllocatePlacementInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:efaf099267e24ea5d6f9c65f9a492297360b7f76a09bbe362dad77077bd965dd',
};

export interface AnswerChecklistItemData {
  readonly answerChecklistItem: {
    readonly checklist: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: one question of the checklist is answered. */
export const answerChecklistItem: PageOperation<AnswerChecklistItemData, { readonly input: AnswerChecklistItemInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:0a03145491519b810be3f9ddb5580f97e5708558d15b54b11f068fe3de095bc8',
};

export interface AnswerHoldData {
  readonly answerHold: {
    readonly hold: {
      readonly id: string;
      readonly state: HoldState;
      readonly expiresAt: string | null;
    } | null;
  } | null;
}

/** The provider's page: yes to a place that was asked for, or no with a reason. */
export const answerHold: PageOperation<AnswerHoldData, { readonly input: AnswerHoldInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:cef138da0a42352c693be76adc3e2646012a7074473dad7dca9024b8c96ba1fe',
};

export interface AnswerReferralData {
  readonly answerReferral: {
    readonly referral: {
      readonly id: string;
      readonly state: ReferralState | null;
    } | null;
  } | null;
}

/** The provider's page: yes to a case that was put before it, or no with a reason. */
export const answerReferral: PageOperation<AnswerReferralData, { readonly input: AnswerReferralInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:e6fdcc076787bebc61a8f21afd08dd716f653f79831594dbedce5482cb05b654',
};

export interface AnswerRequestData {
  readonly answerRequest: {
    readonly networkRequest: {
      readonly id: string;
      readonly version: number;
      readonly state: NetworkRequestState;
      readonly dueAt: string;
      readonly team: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: answers a question, or says that somebody called back. */
export const answerRequest: PageOperation<AnswerRequestData, { readonly input: AnswerRequestInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:96d033e511c094221b0f05e688a4b21c97ef34a20c7e2adc90407b3e3cc4e7d1',
};

export interface AskNetworkData {
  readonly askNetwork: {
    readonly networkRequest: {
      readonly id: string;
      readonly version: number;
      readonly state: NetworkRequestState;
      readonly dueAt: string;
      readonly team: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: asks it, and hears which team calls back, and by when. */
export const askNetwork: PageOperation<AskNetworkData, { readonly input: AskNetworkInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:70954c2479215b036c9068e1baadf0a1ed85eb761d18b1d8bb75704d6e75ede5',
};

export interface BreakGlassData {
  readonly breakGlass: {
    readonly breakGlass: {
      readonly id: string;
      readonly endsAt: string;
    } | null;
  } | null;
}

/** The broker's page: opens what one restricted case hides, for an hour, with a reason and a fresh second factor. */
export const breakGlass: PageOperation<BreakGlassData, { readonly input: BreakGlassInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:c80c9be23d526d1afc45109d7138fd5fdce9ca1563f5dacd3edab1025a960d67',
};

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

export interface CancelPlacementData {
  readonly cancelPlacement: {
    readonly placement: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: what was allocated does not start. */
export const cancelPlacement: PageOperation<CancelPlacementData, { readonly input: CancelPlacementInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:5d019626af0d511e260572ff3c5583f1fbde1bec0a52917d901356d20a271a45',
};

export interface CancelRoundTableData {
  readonly cancelRoundTable: {
    readonly roundTable: {
      readonly id: string;
      readonly version: number;
    } | null;
  } | null;
}

/** The page: a round table does not take place. */
export const cancelRoundTable: PageOperation<CancelRoundTableData, { readonly input: CancelRoundTableInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:37bed923b4d5a2b8a9ecc2638e460884ec802c07dcc41e8b12ea8fa884860e7f',
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

export interface CaseCareData {
  readonly case: {
    readonly id: string;
    readonly number: string | null;
    readonly status: CaseStatus | null;
    readonly currentRung: LadderRung | null;
    readonly placements: readonly ({
      readonly id: string;
      readonly version: number | null;
      readonly status: PlacementStatus | null;
      readonly rung: LadderRung | null;
      readonly nextRung: LadderRung | null;
      readonly isSecondary: boolean | null;
      readonly allocatedAt: string | null;
      readonly startedAt: string | null;
      readonly pausedAt: string | null;
      readonly endedAt: string | null;
      readonly endReason: EndReason | null;
      readonly organisation: {
        readonly id: string;
        readonly name: string | null;
      } | null;
      readonly offer: {
        readonly id: string;
        readonly title: string;
      } | null;
      readonly hold: {
        readonly id: string;
      } | null;
      readonly referral: {
        readonly id: string;
      } | null;
    })[] | null;
    readonly referrals: readonly ({
      readonly id: string;
      readonly state: ReferralState | null;
      readonly acceptedAt: string | null;
      readonly organisation: {
        readonly id: string;
        readonly name: string | null;
      } | null;
      readonly offer: {
        readonly id: string;
        readonly title: string;
      } | null;
      readonly hold: {
        readonly id: string;
      } | null;
    })[] | null;
    readonly holds: {
      readonly edges: readonly ({
        readonly node: {
          readonly id: string;
          readonly state: HoldState;
          readonly createdAt: string;
          readonly offer: {
            readonly id: string;
            readonly title: string;
            readonly organisation: {
              readonly id: string;
              readonly name: string | null;
            } | null;
          } | null;
        };
      })[];
    } | null;
    readonly consultations: readonly ({
      readonly id: string;
      readonly version: number | null;
      readonly status: ConsultationStatus | null;
      readonly receivedAt: string | null;
      readonly outcomes: readonly ({
        readonly id: string;
        readonly kind: ResultKind;
        readonly measuredOn: string;
        readonly isStable: boolean | null;
        readonly followUpOn: string | null;
      })[] | null;
    })[] | null;
  } | null;
}

/** The page: the care of a case, what it can be allocated of, and what came of its questions. */
export const caseCare: PageOperation<CaseCareData, { readonly caseId: string; }> = {
  kind: 'query',
  documentId: 'sha256:4ce080bdd5ce1ae3f4b7869c32b4a23f4c5b9dc3a62badf9c638687e47a6133f',
};

export interface CaseDuosData {
  readonly case: {
    readonly id: string;
    readonly number: string | null;
    readonly ageBand: AgeBand | null;
    readonly status: CaseStatus | null;
    readonly municipality: {
      readonly code: string;
      readonly name: string;
    } | null;
    readonly need: {
      readonly hoursPerWeek: number | null;
      readonly timeWindows: readonly (TimeWindow)[];
      readonly durationWeeks: number | null;
      readonly characteristics: readonly (Characteristic)[];
      readonly languages: readonly (string)[];
    } | null;
    readonly duos: readonly ({
      readonly hoursPerWeek: number;
      readonly windows: readonly ({
        readonly timeWindow: TimeWindow;
        readonly hoursPerWeek: number;
      })[];
      readonly team: {
        readonly id: string;
        readonly name: string | null;
      } | null;
      readonly members: readonly ({
        readonly id: string;
        readonly name: string | null;
        readonly jobTitle: string | null;
        readonly freshness: FreshnessState | null;
        readonly confirmedAt: string | null;
        readonly expertise: readonly ({
          readonly code: ExpertiseCode;
          readonly label: string;
          readonly level: ExpertiseLevel;
        })[] | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
        } | null;
        readonly workContact: {
          readonly phone: string | null;
        } | null;
      })[] | null;
      readonly reasons: readonly ({
        readonly code: DuoReasonCode;
        readonly text: string;
      })[];
    })[] | null;
    readonly deployments: readonly ({
      readonly id: string;
      readonly version: number | null;
      readonly status: DeploymentStatus | null;
      readonly purpose: DeploymentPurpose | null;
      readonly fromOn: string | null;
      readonly toOn: string | null;
      readonly endedOn: string | null;
      readonly endReason: DeploymentEndReason | null;
      readonly team: {
        readonly id: string;
        readonly name: string | null;
      } | null;
      readonly members: readonly ({
        readonly fromOn: string;
        readonly toOn: string;
        readonly professionalId: string | null;
        readonly professional: {
          readonly id: string;
          readonly name: string | null;
          readonly jobTitle: string | null;
          readonly workContact: {
            readonly phone: string | null;
          } | null;
        } | null;
        readonly hours: readonly ({
          readonly timeWindow: TimeWindow;
          readonly hoursPerWeek: number;
        })[];
      })[] | null;
      readonly actions: readonly ({
        readonly kind: DeploymentActionKind;
        readonly doneOn: string;
        readonly hours: number;
      })[] | null;
    })[] | null;
  } | null;
}

/** The page of the network, about one case: the duos that have hours for its family, and those that went or go. */
export const caseDuos: PageOperation<CaseDuosData, { readonly caseId: string; readonly hoursPerWeek?: number | null; readonly timeWindows?: readonly (TimeWindow)[] | null; readonly fromOn?: string | null; readonly weeks?: number | null; readonly first?: number; }> = {
  kind: 'query',
  documentId: 'sha256:10a9d821f687da8829f39bc4d03cb04160522504188e1c6855ad8f27e7ca0e2e',
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
    readonly judgements: readonly ({
      readonly id: string;
      readonly offer: {
        readonly id: string;
        readonly title: string;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
        } | null;
      } | null;
      readonly verdict: Verdict;
      readonly reason: RejectionReason | null;
      readonly judgedAt: string;
      readonly isCurrent: boolean;
    })[] | null;
    readonly referrals: readonly ({
      readonly id: string;
      readonly pseudonym: string | null;
      readonly state: ReferralState | null;
      readonly acceptedAt: string | null;
      readonly declinedAt: string | null;
      readonly declineReason: DeclineReason | null;
      readonly offer: {
        readonly id: string;
        readonly title: string;
      } | null;
      readonly organisation: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    })[] | null;
    readonly consents: readonly ({
      readonly id: string;
      readonly by: ConsentParty;
      readonly purpose: ConsentPurpose;
      readonly givenAt: string;
      readonly validUntil: string | null;
      readonly withdrawnAt: string | null;
      readonly isValid: boolean;
    })[] | null;
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
    readonly roundTables: readonly ({
      readonly id: string;
      readonly state: RoundTableState;
      readonly plannedAt: string;
      readonly heldAt: string | null;
    })[] | null;
    readonly placements: readonly ({
      readonly id: string;
      readonly status: PlacementStatus | null;
      readonly isSecondary: boolean | null;
      readonly allocatedAt: string | null;
      readonly startedAt: string | null;
      readonly pausedAt: string | null;
      readonly endedAt: string | null;
    })[] | null;
    readonly consultations: readonly ({
      readonly id: string;
      readonly outcomes: readonly ({
        readonly id: string;
        readonly followUpOn: string | null;
      })[] | null;
    })[] | null;
  } | null;
}

/** The broker's page: one case with what is sought, what was thought of options, whom it lay before, what was agreed to, the places that are held for it, and how round tables and care stand. */
export const caseFile: PageOperation<CaseFileData, { readonly id: string; }> = {
  kind: 'query',
  documentId: 'sha256:222d54e85ec6bbc9be1d9ad0ebf0266f292d6155e497b3a2bb23f2b85d0a010d',
};

export interface CaseOptionsData {
  readonly case: {
    readonly id: string;
    readonly number: string | null;
    readonly municipality: {
      readonly code: string;
    } | null;
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
    readonly ownerOrganisation: {
      readonly id: string;
      readonly name: string | null;
      readonly contact: {
        readonly phone: string | null;
      } | null;
    } | null;
    readonly judgements: readonly ({
      readonly id: string;
      readonly offer: {
        readonly id: string;
      } | null;
      readonly verdict: Verdict;
      readonly reason: RejectionReason | null;
      readonly isCurrent: boolean;
    })[] | null;
    readonly referrals: readonly ({
      readonly id: string;
      readonly state: ReferralState | null;
      readonly declineReason: DeclineReason | null;
      readonly offer: {
        readonly id: string;
      } | null;
      readonly organisation: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    })[] | null;
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

/** The broker's page, about one case: its need, what fits it in order, what was thought of that, what fell out and who did not answer. */
export const caseOptions: PageOperation<CaseOptionsData, { readonly id: string; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:4986f579d4712eee441c019fc0c0aca3e17a78a31cc3c7b9a555092970e4002c',
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
  documentId: 'sha256:136b240d4a3cd9acbf4ca7275cf4b9f95b374d70432085d74e018a56c4dfbba2',
};

export interface CaseTablesData {
  readonly case: {
    readonly id: string;
    readonly number: string | null;
    readonly status: CaseStatus | null;
    readonly legalFrameworks: readonly (LegalFramework)[] | null;
    readonly measures: readonly (LegalMeasure)[] | null;
    readonly municipality: {
      readonly code: string;
      readonly name: string;
    } | null;
    readonly ownerOrganisation: {
      readonly id: string;
      readonly name: string | null;
    } | null;
    readonly referrals: readonly ({
      readonly id: string;
      readonly organisation: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    })[] | null;
    readonly placements: readonly ({
      readonly id: string;
      readonly organisation: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    })[] | null;
    readonly roundTables: readonly ({
      readonly id: string;
      readonly version: number;
      readonly kind: RoundTableKind;
      readonly state: RoundTableState;
      readonly plannedAt: string;
      readonly heldAt: string | null;
      readonly cancelReason: TableCancelReason | null;
      readonly isInstitutionInvited: boolean;
      readonly areParentsPresent: boolean | null;
      readonly decisions: readonly (TableDecision)[];
      readonly participants: readonly ({
        readonly id: string;
        readonly name: string | null;
        readonly jobTitle: string | null;
      } | null)[] | null;
      readonly organisations: readonly ({
        readonly id: string;
        readonly name: string | null;
      } | null)[] | null;
    })[] | null;
  } | null;
}

/** The page: the round tables about a case, who sits at them, and which organisations are known with it. */
export const caseTables: PageOperation<CaseTablesData, { readonly caseId: string; }> = {
  kind: 'query',
  documentId: 'sha256:77f0c980298e9352e676a26ebd7f59ed25ba93aea820af1cb327ffff7ac2ebab',
};

export interface CaseTimelineData {
  readonly case: {
    readonly id: string;
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
          readonly deployment: {
            readonly id: string;
            readonly members: readonly ({
              readonly professional: {
                readonly id: string;
                readonly name: string | null;
              } | null;
            })[] | null;
          } | null;
        };
      })[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
    } | null;
  } | null;
}

/** The broker's page: what happened with one case, the newest first, and who went to the family where a duo did. */
export const caseTimeline: PageOperation<CaseTimelineData, { readonly id: string; readonly withoutLooks: boolean; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:0724fa616c245b89526e3d27b3f7487a1ad0f8130945f08d4dc4d8330ebd6190',
};

export interface CloseConsultationData {
  readonly closeConsultation: {
    readonly consultation: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: ends a question about which nothing more is to be done. */
export const closeConsultation: PageOperation<CloseConsultationData, { readonly input: CloseConsultationInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:ea140252f0389bd46558d8d0fdc000e0d79aa1123e110fd5c6dbd27cc1e1ccc4',
};

export interface CloseIntakeData {
  readonly closeIntake: {
    readonly offer: {
      readonly id: string;
      readonly closure: {
        readonly reason: ClosureReason;
      } | null;
    } | null;
  } | null;
}

/** The provider's page: nobody is taken in for a while. */
export const closeIntake: PageOperation<CloseIntakeData, { readonly input: CloseIntakeInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:ee30c96376bb6272e2c3ebff4a01bb002b0c3d77de06185bbedcb212b9875581',
};

export interface CompleteChecklistData {
  readonly completeChecklist: {
    readonly checklist: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: a checklist is completed, so that a place in a group may be sought. */
export const completeChecklist: PageOperation<CompleteChecklistData, { readonly input: CompleteChecklistInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:bdd4c66fe2069c974a4b89af4f2cc320ca216b819dbb9180711e43a554022ea1',
};

export interface ConfirmCapacityData {
  readonly confirmCapacity: {
    readonly confirmedAt: string | null;
    readonly confirmedCount: number;
    readonly skipped: readonly ({
      readonly offerKey: string;
      readonly reason: SkipReason;
    })[];
  } | null;
}

/** The provider's page: nothing changed, of all its offers or of one. */
export const confirmCapacity: PageOperation<ConfirmCapacityData, { readonly input: ConfirmCapacityInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:1fc5407e2b768d5f9d49fa7a0c9f036f8290eeb1d667e2fb20eb30b1c3d3cb53',
};

export interface ConsultationData {
  readonly consultation: {
    readonly id: string;
    readonly version: number | null;
    readonly status: ConsultationStatus | null;
    readonly channel: ConsultationChannel | null;
    readonly receivedAt: string | null;
    readonly firstContactAt: string | null;
    readonly interventions: readonly (InterventionKind)[] | null;
    readonly municipality: {
      readonly code: string;
      readonly name: string;
    } | null;
    readonly referrer: {
      readonly kind: ReferrerKind;
    } | null;
    readonly case: {
      readonly id: string;
      readonly number: string | null;
    } | null;
    readonly outcomes: readonly ({
      readonly id: string;
      readonly kind: ResultKind;
      readonly measuredOn: string;
      readonly isStable: boolean | null;
      readonly followUpOn: string | null;
    })[] | null;
  } | null;
}

/** The page: one question as it stands now, where it left the list that somebody works from. */
export const consultation: PageOperation<ConsultationData, { readonly id: string; }> = {
  kind: 'query',
  documentId: 'sha256:12557f7989099dbcd8785e970fd54b09367e3051407fd7de01633d4d482e6b95',
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
  documentId: 'sha256:ca23ef0a13364686a14a9d4f15f7cb54eebec675fdc2783bd14ac50fa6fbee46',
};

export interface DeployDuoData {
  readonly deployDuo: {
    readonly deployment: {
      readonly id: string;
      readonly version: number | null;
      readonly status: DeploymentStatus | null;
      readonly toOn: string | null;
      readonly endedOn: string | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: sends a duo to a family. */
export const deployDuo: PageOperation<DeployDuoData, { readonly input: DeployDuoInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:ae9a6c9d0e71aa2546354451f0721f4f1697965cf1093a441a553dc80ec8ecfb',
};

export interface DuoTeamData {
  readonly team: {
    readonly id: string;
    readonly name: string | null;
    readonly memberships: readonly ({
      readonly fromOn: string;
      readonly toOn: string | null;
      readonly professional: {
        readonly id: string;
        readonly name: string | null;
        readonly jobTitle: string | null;
        readonly freshness: FreshnessState | null;
      } | null;
    })[] | null;
  } | null;
}

/** The page of the network: who is in a team of duos, to take over from one who stops. */
export const duoTeam: PageOperation<DuoTeamData, { readonly id: string; }> = {
  kind: 'query',
  documentId: 'sha256:ae9a58fcaafa6ff54b3f76bf331bf005da686d8713774a39af163b3caef5265d',
};

export interface EndBreakGlassData {
  readonly endBreakGlass: {
    readonly breakGlass: {
      readonly id: string;
      readonly endsAt: string;
    } | null;
  } | null;
}

/** The broker's page: ends emergency access to a case before its time. */
export const endBreakGlass: PageOperation<EndBreakGlassData, { readonly input: EndBreakGlassInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:5aa16655ff6e0d66be3a4e9a5f1a512669cc89ade529d9917eb3b9505f59ec8c',
};

export interface EndDeploymentData {
  readonly endDeployment: {
    readonly deployment: {
      readonly id: string;
      readonly version: number | null;
      readonly status: DeploymentStatus | null;
      readonly toOn: string | null;
      readonly endedOn: string | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: ends a deployment before its last day. */
export const endDeployment: PageOperation<EndDeploymentData, { readonly input: EndDeploymentInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:e40f16a928465fbaa2e6a68dea365933573e081128339202e1e96023787a9bde',
};

export interface EndPlacementData {
  readonly endPlacement: {
    readonly placement: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: care ends, for a reason. */
export const endPlacement: PageOperation<EndPlacementData, { readonly input: EndPlacementInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:00797e77d557d8abfb141bf9a00bc99acc7237e63d189cd0ddda4d7daff8f405',
};

export interface EscalateRequestData {
  readonly escalateRequest: {
    readonly networkRequest: {
      readonly id: string;
      readonly version: number;
      readonly state: NetworkRequestState;
      readonly dueAt: string;
      readonly team: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: puts a question before the brokers of the region. */
export const escalateRequest: PageOperation<EscalateRequestData, { readonly input: EscalateRequestInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:c7fa805342ad9f046b82e6575ab13ef8910ebe9711772fb82021ba7cb13b8d3c',
};

export interface ExtendDeploymentData {
  readonly extendDeployment: {
    readonly deployment: {
      readonly id: string;
      readonly version: number | null;
      readonly status: DeploymentStatus | null;
      readonly toOn: string | null;
      readonly endedOn: string | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: lets a duo go on for longer. */
export const extendDeployment: PageOperation<ExtendDeploymentData, { readonly input: ExtendDeploymentInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:3d3ce26ba228f6e85a4f838addcad27d48642490979379fd8809f58c7de7458f',
};

export interface FosterEndingsData {
  readonly fosterEndings: {
    readonly name: string;
    readonly title: string;
    readonly region: string;
    readonly year: number;
    readonly asOf: string;
    readonly unit: string;
    readonly columns: readonly ({
      readonly key: string;
      readonly title: string;
    })[];
    readonly rows: readonly ({
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    })[];
    readonly total: {
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    } | null;
    readonly howCounted: readonly (string)[];
    readonly doesNotAddUp: readonly (string)[];
  } | null;
}

/** The dashboard: how stays in a foster family ended. */
export const fosterEndings: PageOperation<FosterEndingsData, { readonly region: string; readonly year: number; readonly by: PlacementGrouping; }> = {
  kind: 'query',
  documentId: 'sha256:55479caad30247ec0e56b685ab090b15793e22c9d7ef1c844e595d3c0213882e',
};

export interface FreshnessBoardData {
  readonly freshnessBoard: {
    readonly edges: readonly ({
      readonly node: {
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
          readonly contact: {
            readonly phone: string | null;
          } | null;
        } | null;
        readonly lastReportAt: string | null;
        readonly offerCount: number;
        readonly freshShare: number;
        readonly daysCounted: number;
        readonly daysWithoutUpdate: number;
        readonly longestGapDays: number;
        readonly isNonCompliant: boolean;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The dashboard: per provider of the region how it keeps its figures up to date. */
export const freshnessBoard: PageOperation<FreshnessBoardData, { readonly region: string; readonly month?: string | null; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:00f734448aa68fb786a16a935c540aa74c81e22126460572cf64758c9b1595aa',
};

export interface GoalProgressData {
  readonly goalProgress: readonly ({
    readonly measure: GoalMeasure;
    readonly text: string;
    readonly operator: GoalOperator;
    readonly target: number | null;
    readonly baseline: number | null;
    readonly actual: number | null;
    readonly isReached: boolean | null;
    readonly gap: GoalGap | null;
  })[] | null;
}

/** The dashboard: the goals of the region for a year, and how far each is. */
export const goalProgress: PageOperation<GoalProgressData, { readonly region: string; readonly year: number; }> = {
  kind: 'query',
  documentId: 'sha256:409271103a2e3f8d9f93d21cfe665e15627bccd26beae6af1232334ce88634b0',
};

export interface HandOnRequestData {
  readonly handOnRequest: {
    readonly networkRequest: {
      readonly id: string;
      readonly version: number;
      readonly state: NetworkRequestState;
      readonly dueAt: string;
      readonly team: {
        readonly id: string;
        readonly name: string | null;
      } | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: hands a question on to another team. */
export const handOnRequest: PageOperation<HandOnRequestData, { readonly input: HandOnRequestInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:fd8af91cd1594b084e07f72e95eca1793c2190397b03d99be016827138ee92d8',
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

export interface LadderShiftData {
  readonly ladderShift: {
    readonly name: string;
    readonly title: string;
    readonly region: string;
    readonly year: number;
    readonly asOf: string;
    readonly unit: string;
    readonly columns: readonly ({
      readonly key: string;
      readonly title: string;
    })[];
    readonly rows: readonly ({
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    })[];
    readonly total: {
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    } | null;
    readonly howCounted: readonly (string)[];
    readonly doesNotAddUp: readonly (string)[];
  } | null;
}

/** The dashboard: how many placements began and ended on each rung of the ladder. */
export const ladderShift: PageOperation<LadderShiftData, { readonly region: string; readonly year: number; }> = {
  kind: 'query',
  documentId: 'sha256:11d2f770be25e4e1bbcee5c63123c8ca46cba0c63f21fb96668b6648a78628e2',
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
  documentId: 'sha256:be738877332a0cc0e6f3e7f72218c1eed5977395b01301e2f1c12477c7feab9c',
};

export interface NetworkRequestData {
  readonly networkRequest: {
    readonly id: string;
    readonly version: number;
    readonly mySteps: readonly (NetworkRequestStep)[];
    readonly function: NetworkFunction;
    readonly situation: WayfinderSituation;
    readonly expertise: ExpertiseCode | null;
    readonly municipality: {
      readonly code: string;
      readonly name: string;
    };
    readonly state: NetworkRequestState;
    readonly askedAt: string;
    readonly dueAt: string;
    readonly firstContactAt: string | null;
    readonly isOverdue: boolean;
    readonly isBreached: boolean;
    readonly answer: NetworkAnswer | null;
    readonly timesHandedOn: number;
    readonly handOnReason: HandOnReason | null;
    readonly escalationReason: EscalationReason | null;
    readonly askedBy: {
      readonly id: string;
      readonly name: string | null;
      readonly contact: {
        readonly phone: string | null;
      } | null;
    } | null;
    readonly team: {
      readonly id: string;
      readonly name: string | null;
      readonly kind: TeamKind | null;
    } | null;
  } | null;
}

/** The page of the network: one question as it stands now, where it left the list that somebody works from. */
export const networkRequest: PageOperation<NetworkRequestData, { readonly id: string; }> = {
  kind: 'query',
  documentId: 'sha256:afcc9bdc75df2f0ffd1e5c33a536d302ce46bc8db6e12a9072c3c8e00044a50e',
};

export interface NetworkRequestsData {
  readonly networkRequests: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly version: number;
        readonly mySteps: readonly (NetworkRequestStep)[];
        readonly function: NetworkFunction;
        readonly situation: WayfinderSituation;
        readonly expertise: ExpertiseCode | null;
        readonly municipality: {
          readonly code: string;
          readonly name: string;
        };
        readonly state: NetworkRequestState;
        readonly askedAt: string;
        readonly dueAt: string;
        readonly firstContactAt: string | null;
        readonly isOverdue: boolean;
        readonly isBreached: boolean;
        readonly answer: NetworkAnswer | null;
        readonly timesHandedOn: number;
        readonly handOnReason: HandOnReason | null;
        readonly escalationReason: EscalationReason | null;
        readonly askedBy: {
          readonly id: string;
          readonly name: string | null;
          readonly contact: {
            readonly phone: string | null;
          } | null;
        } | null;
        readonly team: {
          readonly id: string;
          readonly name: string | null;
          readonly kind: TeamKind | null;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The page of the network: questions to the network that somebody asked or may answer, with who has them and by when. */
export const networkRequests: PageOperation<NetworkRequestsData, { readonly filter?: NetworkRequestFilter | null; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:22d90f600ac2c2edbd393dcbb549bfdb29795a8052d17e10e0d5d010cc9dbad6',
};

export interface OutcomesDueData {
  readonly outcomesDue: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly consultation: {
          readonly id: string;
          readonly version: number | null;
          readonly status: ConsultationStatus | null;
          readonly receivedAt: string | null;
          readonly municipality: {
            readonly code: string;
            readonly name: string;
          } | null;
          readonly case: {
            readonly id: string;
            readonly number: string | null;
          } | null;
          readonly outcomes: readonly ({
            readonly id: string;
            readonly kind: ResultKind;
            readonly measuredOn: string;
            readonly isStable: boolean | null;
            readonly followUpOn: string | null;
          })[] | null;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The page: the questions of which it is time to ask whether what was found lasts, the longest due first. */
export const outcomesDue: PageOperation<OutcomesDueData, { readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:8b3260eef6cac8e6c5fe6562f2a06b5506cec45ebf2ddedb3975a25fbdf31aeb',
};

export interface OwnBreakGlassesData {
  readonly breakGlasses: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly caseId: string;
        readonly endsAt: string;
        readonly isOpen: boolean;
      };
    })[];
  } | null;
}

/** The broker's page: the emergency accesses that somebody took, with whether each is still open. */
export const ownBreakGlasses: PageOperation<OwnBreakGlassesData, {}> = {
  kind: 'query',
  documentId: 'sha256:941b2871f1fa98db1d011cfb3368be1933ebe2e4177f65ca56b78dbd39235c1e',
};

export interface OwnNetworkRequestsData {
  readonly networkRequests: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly firstContactAt: string | null;
        readonly team: {
          readonly id: string;
          readonly name: string | null;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
    };
  } | null;
}

/** The page, wherever somebody is: the questions to the network that they asked themselves and that are still open, with whether somebody called back. */
export const ownNetworkRequests: PageOperation<OwnNetworkRequestsData, {}> = {
  kind: 'query',
  documentId: 'sha256:a7e3b5bac47bb09871d6405ed9b4faea840dc632c0cfa22ed471bd3e5418700a',
};

export interface OwnOffersData {
  readonly offers: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly key: string | null;
        readonly title: string;
        readonly rung: LadderRung;
        readonly unit: CapacityUnit;
        readonly latestReport: {
          readonly asOf: string;
          readonly status: CapacityStatus;
          readonly available: number;
          readonly maximum: number;
          readonly nextAvailableOn: string | null;
          readonly waitlistCount: number | null;
          readonly waitEstimateDays: number | null;
        } | null;
        readonly availability: {
          readonly available: number | null;
          readonly isClosed: boolean;
          readonly isOvercommitted: boolean;
          readonly isDisputed: boolean;
          readonly freshness: {
            readonly state: FreshnessState;
            readonly asOf: string | null;
            readonly method: PublishMethod | null;
          };
        } | null;
        readonly closure: {
          readonly reason: ClosureReason;
          readonly closedAt: string;
          readonly expectedEndOn: string | null;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The provider's page: its own offers with the figure that was told last, what is shown of it and how old that is. */
export const ownOffers: PageOperation<OwnOffersData, { readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:d75897c270b3909b53256efc77e3bcc221089a5afff7f55e6b734ec54c90305d',
};

export interface PausePlacementData {
  readonly pausePlacement: {
    readonly placement: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: care is interrupted for a while. */
export const pausePlacement: PageOperation<PausePlacementData, { readonly input: PausePlacementInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:029f57b7654b16fb24b1ca3cbe1e94909559643189d1641f4b9230df31f6b9dd',
};

export interface PlanRoundTableData {
  readonly planRoundTable: {
    readonly roundTable: {
      readonly id: string;
      readonly version: number;
    } | null;
  } | null;
}

/** The page: a round table about a case is planned. */
export const planRoundTable: PageOperation<PlanRoundTableData, { readonly input: PlanRoundTableInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:e02afca1c74e44ade15a7330b42c68e17be52a7205798d0d7d249a87b6c4e877',
};

export interface ProviderDeskData {
  readonly waiting: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly quantity: number;
        readonly createdAt: string;
        readonly answerDueAt: string;
        readonly offer: {
          readonly id: string;
          readonly title: string;
          readonly unit: CapacityUnit;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
    };
  } | null;
  readonly promised: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly quantity: number;
        readonly createdAt: string;
        readonly expiresAt: string | null;
        readonly offer: {
          readonly id: string;
          readonly title: string;
          readonly unit: CapacityUnit;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
    };
  } | null;
  readonly referrals: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly pseudonym: string | null;
        readonly region: string | null;
        readonly ageBand: AgeBand | null;
        readonly ground: SharingGround | null;
        readonly madeAt: string | null;
        readonly expiresAt: string | null;
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
          readonly languages: readonly (string)[];
          readonly legalFrameworks: readonly (LegalFramework)[];
          readonly isCrisis: boolean;
        } | null;
        readonly offer: {
          readonly id: string;
          readonly title: string;
        } | null;
        readonly hold: {
          readonly id: string;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
    };
  } | null;
  readonly unreadNoticeCount: number | null;
  readonly notices: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly kind: NoticeKind;
        readonly message: string;
        readonly createdAt: string;
      };
    })[];
  } | null;
}

/** The provider's page: what waits for its answer, what it promised, and what it was told since. */
export const providerDesk: PageOperation<ProviderDeskData, {}> = {
  kind: 'query',
  documentId: 'sha256:f680df13bf99cd74a8a3069156cdfba7c2c198681b38839ae62f062bc77e36c8',
};

export interface PublishCapacityData {
  readonly publishCapacity: {
    readonly results: readonly ({
      readonly outcome: PublicationOutcome;
      readonly error: {
        readonly code: string;
        readonly message: string;
        readonly field: string;
      } | null;
    })[];
  } | null;
}

/** The provider's page: one figure, changed by hand. */
export const publishCapacity: PageOperation<PublishCapacityData, { readonly input: PublishCapacityInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:8db4960643de39191dee476f4546056adaa15f52d328ce24ab4c1412fcacea0a',
};

export interface ReadNoticesData {
  readonly readNotices: {
    readonly notices: readonly ({
      readonly id: string;
    })[];
  } | null;
}

/** The provider's page: what it was told has been read. */
export const readNotices: PageOperation<ReadNoticesData, { readonly input: ReadNoticesInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:0521542f7a0ed64ebba79a2696432efa371c31f561e3c9f3f627263b935d562c',
};

export interface RecordConsentData {
  readonly recordConsent: {
    readonly consent: {
      readonly id: string;
    } | null;
  } | null;
}

/** The page of who brought a case: writes down what was agreed to, and by whom. */
export const recordConsent: PageOperation<RecordConsentData, { readonly input: RecordConsentInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:e754370aec181ce9cb0a9eab24d090cb47cfcae0bb749057cd6d4127f933ba24',
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

export interface RecordInterventionData {
  readonly recordIntervention: {
    readonly consultation: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: what was done for the child about whom somebody asked. */
export const recordIntervention: PageOperation<RecordInterventionData, { readonly input: RecordInterventionInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:2bc27acc75ca2bf10f04ef467bf417abec10149a0c832d776cef74df2dc0a0b1',
};

export interface RecordOutcomeData {
  readonly recordOutcome: {
    readonly consultation: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: what came of a question, also months later, when it is asked whether it lasts. */
export const recordOutcome: PageOperation<RecordOutcomeData, { readonly input: RecordOutcomeInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:d7dc51cbbca65d848b1541a4845be39dd7604c488b3f7f1bc92b8d5e7847c510',
};

export interface RecordRoundTableData {
  readonly recordRoundTable: {
    readonly roundTable: {
      readonly id: string;
      readonly version: number;
    } | null;
  } | null;
}

/** The page: a round table was held: who came, and what was decided. */
export const recordRoundTable: PageOperation<RecordRoundTableData, { readonly input: RecordRoundTableInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:6484c457fa365664d75ca3a7d972976727c45098ce9e3740e8fd46efd337f2c3',
};

export interface ReferCaseData {
  readonly referCase: {
    readonly referral: {
      readonly id: string;
      readonly pseudonym: string | null;
    } | null;
  } | null;
}

/** The broker's page: puts a case before the provider of an option, under a pseudonym. */
export const referCase: PageOperation<ReferCaseData, { readonly input: ReferCaseInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:5d14f0218f5c5e315e4b5e738a8b205446549d5824c0645a85868e717ed78b97',
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

export interface RejectOptionData {
  readonly rejectOption: {
    readonly judgement: {
      readonly id: string;
    } | null;
  } | null;
}

/** The broker's page: says why an option of a case is not gone on with. */
export const rejectOption: PageOperation<RejectOptionData, { readonly input: RejectOptionInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:90967d177e2871b0ef3f8c7b1824b1470e6ab48a1f2b5d874f8dfe5399c694f4',
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

export interface ReopenIntakeData {
  readonly reopenIntake: {
    readonly offer: {
      readonly id: string;
      readonly closure: {
        readonly reason: ClosureReason;
      } | null;
    } | null;
  } | null;
}

/** The provider's page: children are taken in again. */
export const reopenIntake: PageOperation<ReopenIntakeData, { readonly input: ReopenIntakeInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:e455e114856502073dbfc0903d25fe000f2a8ce3bdc7505798dbcc5d6f522df1',
};

export interface ResidentialChecklistData {
  readonly case: {
    readonly id: string;
    readonly number: string | null;
    readonly residentialChecklist: {
      readonly id: string;
      readonly version: number | null;
      readonly state: ChecklistState | null;
      readonly alternatives: readonly ({
        readonly rung: LadderRung;
        readonly verdict: AlternativeVerdict;
        readonly reason: NotSuitableReason | null;
      })[] | null;
      readonly isConsultationHeld: boolean | null;
      readonly isRetDiscussed: boolean | null;
      readonly familyFormReason: FamilyFormReason | null;
      readonly missing: readonly (string)[] | null;
    } | null;
  } | null;
}

/** The page: what was weighed before a place in a group is sought for the child of a case, and what lacks. */
export const residentialChecklist: PageOperation<ResidentialChecklistData, { readonly caseId: string; }> = {
  kind: 'query',
  documentId: 'sha256:0130ca5433924bef61031305ca33a74c6959e8c8f0cf656726fb78a08ba9ace5',
};

export interface ResidentialCountData {
  readonly residentialCount: {
    readonly name: string;
    readonly title: string;
    readonly region: string;
    readonly year: number;
    readonly asOf: string;
    readonly unit: string;
    readonly columns: readonly ({
      readonly key: string;
      readonly title: string;
    })[];
    readonly rows: readonly ({
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    })[];
    readonly total: {
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    } | null;
    readonly howCounted: readonly (string)[];
    readonly doesNotAddUp: readonly (string)[];
  } | null;
}

/** The dashboard: how many children live in a residential group or secure care at the end of each month. */
export const residentialCount: PageOperation<ResidentialCountData, { readonly region: string; readonly year: number; }> = {
  kind: 'query',
  documentId: 'sha256:0d9d6825f8fa5dd29e872672bc12b8fcca503fce318c0c28caa64926a150df27',
};

export interface ResumePlacementData {
  readonly resumePlacement: {
    readonly placement: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: care goes on that was interrupted. */
export const resumePlacement: PageOperation<ResumePlacementData, { readonly input: PlacementStepInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:9503b9283ea908b96b6259a0e3d77f5681c78bc7ba5624a98f0305a5a82b2505',
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

export interface RoundTablesData {
  readonly roundTables: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly kind: RoundTableKind;
        readonly plannedAt: string;
        readonly isInstitutionInvited: boolean;
        readonly participants: readonly ({
          readonly id: string;
          readonly name: string | null;
          readonly jobTitle: string | null;
        } | null)[] | null;
        readonly organisations: readonly ({
          readonly id: string;
          readonly name: string | null;
        } | null)[] | null;
        readonly case: {
          readonly id: string;
          readonly number: string | null;
          readonly ageBand: AgeBand | null;
          readonly municipality: {
            readonly code: string;
            readonly name: string;
          } | null;
          readonly currentRung: LadderRung | null;
          readonly isThreatenedOutOfHome: boolean | null;
          readonly problemDomains: readonly (ProblemDomain)[] | null;
          readonly need: {
            readonly rungs: readonly (LadderRung)[];
            readonly heaviestRung: LadderRung | null;
            readonly startByOn: string | null;
            readonly characteristics: readonly (Characteristic)[];
          } | null;
        } | null;
        readonly consultation: {
          readonly id: string;
          readonly municipality: {
            readonly code: string;
            readonly name: string;
          } | null;
          readonly interventions: readonly (InterventionKind)[] | null;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The page: the round tables that stand and that the caller sits at or works on, with what each is about. */
export const roundTables: PageOperation<RoundTablesData, { readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:4959f92de2eeb3e789cfcde45e2ef78f782e223a140968e36bd807ca8b658a7b',
};

export interface RunningConsultationsData {
  readonly consultations: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly version: number | null;
        readonly status: ConsultationStatus | null;
        readonly channel: ConsultationChannel | null;
        readonly receivedAt: string | null;
        readonly firstContactAt: string | null;
        readonly interventions: readonly (InterventionKind)[] | null;
        readonly municipality: {
          readonly code: string;
          readonly name: string;
        } | null;
        readonly referrer: {
          readonly kind: ReferrerKind;
        } | null;
        readonly case: {
          readonly id: string;
          readonly number: string | null;
        } | null;
        readonly outcomes: readonly ({
          readonly id: string;
          readonly kind: ResultKind;
          readonly measuredOn: string;
          readonly isStable: boolean | null;
          readonly followUpOn: string | null;
        })[] | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The broker's page: questions over which there was contact and that were not ended, the newest first. */
export const runningConsultations: PageOperation<RunningConsultationsData, { readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:9a96c7a38609149dd4d38eeecc176243f555379df1cdbaebaf99a0f1bd657d1b',
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

/** The broker's page: the searches that somebody keeps, with what fits them now. */
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

export interface SeekProfessionalsData {
  readonly searchProfessionals: readonly ({
    readonly rank: number;
    readonly freeHoursPerWeek: number | null;
    readonly reasons: readonly ({
      readonly code: ProfessionalReasonCode;
      readonly text: string;
    })[];
    readonly professional: {
      readonly id: string;
      readonly name: string | null;
      readonly jobTitle: string | null;
      readonly freshness: FreshnessState | null;
      readonly confirmedAt: string | null;
      readonly isActive: boolean | null;
      readonly expertise: readonly ({
        readonly code: ExpertiseCode;
        readonly label: string;
        readonly level: ExpertiseLevel;
      })[] | null;
      readonly languages: readonly (string)[] | null;
      readonly workContact: {
        readonly phone: string | null;
        readonly email: string | null;
      } | null;
      readonly organisation: {
        readonly id: string;
        readonly name: string | null;
        readonly contact: {
          readonly phone: string | null;
        } | null;
      } | null;
    } | null;
  })[] | null;
}

/** The page of the network: who can help, best first, with why, how sure that is and how to reach them. */
export const seekProfessionals: PageOperation<SeekProfessionalsData, { readonly search: ProfessionalSearchInput; readonly first?: number; }> = {
  kind: 'query',
  documentId: 'sha256:c72d8aed62d46dfef5ead4c0544b6dd3c577e289087c3e7376179f56cc5cd2bb',
};

export interface ShortlistOptionData {
  readonly shortlistOption: {
    readonly judgement: {
      readonly id: string;
    } | null;
  } | null;
}

/** The broker's page: puts an option of a case on its short list. */
export const shortlistOption: PageOperation<ShortlistOptionData, { readonly input: ShortlistOptionInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:a7084f084f80e328023c6cf936721f99f68a5722b00a629101dc3735e5de5fa7',
};

export interface Sla48hData {
  readonly sla48h: {
    readonly name: string;
    readonly title: string;
    readonly region: string;
    readonly year: number;
    readonly asOf: string;
    readonly unit: string;
    readonly columns: readonly ({
      readonly key: string;
      readonly title: string;
    })[];
    readonly rows: readonly ({
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    })[];
    readonly total: {
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    } | null;
    readonly howCounted: readonly (string)[];
    readonly doesNotAddUp: readonly (string)[];
  } | null;
}

/** The dashboard: how the promise of a first contact within 48 hours was kept. */
export const sla48h: PageOperation<Sla48hData, { readonly region: string; readonly year: number; readonly by: Sla48hGrouping; }> = {
  kind: 'query',
  documentId: 'sha256:a38a04d1c16ed0c5bd44ec5a4ebe1481798f7e038ca087441389d9c0657d0b22',
};

export interface StartPlacementData {
  readonly startPlacement: {
    readonly placement: {
      readonly id: string;
      readonly version: number | null;
    } | null;
  } | null;
}

/** The page: care starts. */
export const startPlacement: PageOperation<StartPlacementData, { readonly input: StartPlacementInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:1e3c315335c31ac1caa69d7ecaa5bd66bb82ec3bac2a5eeef118bc5ef17a02a6',
};

export interface SwapDuoMemberData {
  readonly swapDuoMember: {
    readonly deployment: {
      readonly id: string;
      readonly version: number | null;
      readonly status: DeploymentStatus | null;
      readonly toOn: string | null;
      readonly endedOn: string | null;
    } | null;
    readonly isReplay: boolean;
  } | null;
}

/** The page of the network: lets another member of the team take over from one of a duo. */
export const swapDuoMember: PageOperation<SwapDuoMemberData, { readonly input: SwapDuoMemberInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:196f937ecfcd85bf2ca53a9ff79c23f2bbee456c5673b79c8bda817e540ad9e5',
};

export interface TableGuestsData {
  readonly teams: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly name: string | null;
        readonly memberships: readonly ({
          readonly fromOn: string;
          readonly toOn: string | null;
          readonly professional: {
            readonly id: string;
            readonly name: string | null;
            readonly jobTitle: string | null;
          } | null;
        })[] | null;
      };
    })[];
  } | null;
}

/** The page: who can be asked to a round table, by the teams of experts that work where the child lives. */
export const tableGuests: PageOperation<TableGuestsData, { readonly filter?: TeamFilter | null; }> = {
  kind: 'query',
  documentId: 'sha256:051467dbc64f5a3ae9539f0bbc6ba174dc0173597af055130b4266f447661f16',
};

export interface TeamsData {
  readonly teams: {
    readonly edges: readonly ({
      readonly node: {
        readonly id: string;
        readonly name: string | null;
        readonly kind: TeamKind | null;
        readonly mandate: string | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
          readonly contact: {
            readonly phone: string | null;
          } | null;
        } | null;
      };
    })[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly endCursor: string | null;
    };
  } | null;
}

/** The page of the network: the teams of today that work somewhere, what they may do and whom to call. */
export const teams: PageOperation<TeamsData, { readonly filter?: TeamFilter | null; readonly first?: number; readonly after?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:8b0da2a462811c1ebbd93fb152a06d0a3cc698045495ddc3a9e4b7cfe33f66a1',
};

export interface UnmetNeedData {
  readonly unmetNeed: {
    readonly name: string;
    readonly title: string;
    readonly region: string;
    readonly year: number;
    readonly asOf: string;
    readonly unit: string;
    readonly columns: readonly ({
      readonly key: string;
      readonly title: string;
    })[];
    readonly rows: readonly ({
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    })[];
    readonly total: {
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    } | null;
    readonly howCounted: readonly (string)[];
    readonly doesNotAddUp: readonly (string)[];
  } | null;
}

/** The dashboard: for how many children no option was found, and what came of it. */
export const unmetNeed: PageOperation<UnmetNeedData, { readonly region: string; readonly year: number; readonly by: UnmetNeedGrouping; }> = {
  kind: 'query',
  documentId: 'sha256:455364844f04b955c4d9dd81636049f0aa5675f9ca63bb6d2592f8f0b8625df7',
};

export interface WaitingTimesData {
  readonly waitingTimes: {
    readonly name: string;
    readonly title: string;
    readonly region: string;
    readonly year: number;
    readonly asOf: string;
    readonly unit: string;
    readonly columns: readonly ({
      readonly key: string;
      readonly title: string;
    })[];
    readonly rows: readonly ({
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    })[];
    readonly total: {
      readonly key: string;
      readonly title: string;
      readonly cells: readonly ({
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      })[];
      readonly total: {
        readonly value: number | null;
        readonly whyWithheld: WithheldReason | null;
      } | null;
    } | null;
    readonly howCounted: readonly (string)[];
    readonly doesNotAddUp: readonly (string)[];
  } | null;
}

/** The dashboard: how many wait for the offers that serve the region, and how long. */
export const waitingTimes: PageOperation<WaitingTimesData, { readonly region: string; readonly year: number; readonly by: WaitingGrouping; }> = {
  kind: 'query',
  documentId: 'sha256:e72784d55ef26d7e24d357739b6e916371957b37b73afcf35585f325e98f7b9a',
};

export interface WayfinderData {
  readonly wayfinder: {
    readonly situation: WayfinderSituation;
    readonly region: string;
    readonly checkedOn: string;
    readonly steps: readonly ({
      readonly position: number;
      readonly task: string;
      readonly who: string;
      readonly byWhen: string;
      readonly source: string | null;
      readonly teams: readonly ({
        readonly id: string;
        readonly name: string | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string | null;
          readonly contact: {
            readonly phone: string | null;
          } | null;
        } | null;
      })[] | null;
    })[];
  } | null;
}

/** The page of the network: the steps in a situation, who takes them, by when, and the teams to call. */
export const wayfinder: PageOperation<WayfinderData, { readonly situation: WayfinderSituation; readonly region?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:40d74fd9676683aac62be0aa6bb59f47f4cdab2e1589d43b41980018509fad23',
};

export interface WeighingGuideData {
  readonly weighingGuide: {
    readonly rung: LadderRung;
    readonly checkedOn: string;
    readonly points: readonly ({
      readonly question: string;
      readonly why: string;
      readonly source: string | null;
    })[];
  } | null;
}

/** The page of the network: what to weigh before help of a rung is chosen. */
export const weighingGuide: PageOperation<WeighingGuideData, { readonly rung: LadderRung; readonly region?: string | null; }> = {
  kind: 'query',
  documentId: 'sha256:7e3bf6babc261aa544a0768187a3fe9f6a14f8dc4cbdb1c7b3d8f9ab34226780',
};

export interface WithdrawConsentData {
  readonly withdrawConsent: {
    readonly endedReferralCount: number;
  } | null;
}

/** The broker's page: writes down that a yes was taken back; what rested on it ends at once. */
export const withdrawConsent: PageOperation<WithdrawConsentData, { readonly input: WithdrawConsentInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:95bacce54bce960b97640109f460a0861dccc17fd944cb0317c50217238338ef',
};

export interface WithdrawReferralData {
  readonly withdrawReferral: {
    readonly referral: {
      readonly id: string;
      readonly state: ReferralState | null;
    } | null;
  } | null;
}

/** The broker's page: takes a case back from a provider, which sees nothing of it any more. */
export const withdrawReferral: PageOperation<WithdrawReferralData, { readonly input: WithdrawReferralInput; }> = {
  kind: 'mutation',
  documentId: 'sha256:de2beae837c899cf5d34791e24bf0fdf4bcaf261cfc644d38d3b838634719e7e',
};

export interface YearTableData {
  readonly yearTable: {
    readonly municipalities: readonly ({
      readonly code: string;
      readonly name: string;
    })[];
    readonly sections: readonly ({
      readonly kind: YearTableSectionKind;
      readonly title: string;
      readonly rows: readonly ({
        readonly key: string;
        readonly title: string;
        readonly total: number | null;
        readonly cells: readonly ({
          readonly count: number | null;
        })[];
      })[];
    })[];
    readonly checks: readonly ({
      readonly code: YearTableCheckCode;
      readonly text: string;
      readonly expected: number | null;
      readonly actual: number | null;
      readonly municipality: {
        readonly code: string;
        readonly name: string;
      } | null;
    })[];
  } | null;
}

/** The dashboard: the year report of the region, with what does not add up in it. */
export const yearTable: PageOperation<YearTableData, { readonly region: string; readonly year: number; }> = {
  kind: 'query',
  documentId: 'sha256:b28f33c24b5db9e6782fe7bc892a4480b9c1b5d90eed2ed61747ca68171c992f',
};
