import { knowsStepsStatements } from '../../platform/outbox/outbox.sql.js';
import type { SubgraphStorage } from '../../platform/database/database.js';
import { BreakGlassRow } from './break-glass/break-glass.entity.js';
import { CasePlaceRow } from './case/whereabouts/case-place.entity.js';
import { CaseRow } from './case/case.entity.js';
import { FormerNeedRow, FormerPlaceRow } from './need/former/former-need.entity.js';
import { NeedRow } from './need/need.entity.js';
import { ConsentRow } from './consent/consent.entity.js';
import { ConsultationRow } from './consultation/consultation.entity.js';
import { Cases1700000000001 } from './migrations/0001-cases.js';
import { Consultations1700000000002 } from './migrations/0002-consultations.js';
import { Events1700000000003 } from './migrations/0003-events.js';
import { Relay1700000000004 } from './migrations/0004-relay.js';
import { Rights1700000000005 } from './migrations/0005-rights.js';
import { Referrals1700000000006 } from './migrations/0006-referrals.js';
import { Places1700000000008 } from './migrations/0008-places.js';
import { BreakGlass1700000000009 } from './migrations/0009-break-glass.js';
import { ConsultationWork1700000000010 } from './migrations/0010-consultation-work.js';
import { Placements1700000000023 } from './migrations/0023-placements.js';
import { KnownPlaces1700000000028 } from './migrations/0028-known-places.js';
import { Judgements1700000000029 } from './migrations/0029-judgements.js';
import { RoundTables1700000000022 } from './migrations/0022-round-tables.js';
import { Checklists1700000000026 } from './migrations/0026-checklists.js';
import { Learning1700000000027 } from './migrations/0027-learning.js';
import { Goals1700000000041 } from './migrations/0041-goals.js';
import { PeopleHear1700000000035 } from './migrations/0035-people-hear.js';
import { Products1700000000050 } from './migrations/0050-products.js';
import { Family1700000000051 } from './migrations/0051-family.js';
import { HandOverTold1700000000052 } from './migrations/0052-hand-over-told.js';
import { KnownDeployments1700000000053 } from './migrations/0053-known-deployments.js';
import { PseudonymRow, ReferralRow } from './referral/referral.entity.js';
import { Erasure1700000000020 } from './migrations/0020-erasure.js';
import { CaseWork1700000000021 } from './migrations/0021-case-work.js';
import { OneHour1700000000025 } from './migrations/0025-one-hour.js';
import { BreakGlassTold1700000000024 } from './migrations/0024-break-glass-told.js';
import { EmptySearches1700000000040 } from './migrations/0040-empty-searches.js';
import { Figures1700000000030 } from './migrations/0030-figures.js';
import { DischargeBlocks1700000000046 } from './migrations/0046-discharge-blocks.js';
import { Discussed1700000000047 } from './migrations/0047-discussed.js';
import { WhereTold1700000000048 } from './migrations/0048-where-told.js';
import { StuckCases1700000000045 } from './migrations/0045-stuck-cases.js';
import { casesErasure } from './erasure/erasure.sql.js';
import { casesSealed } from './sealed.js';
import { ReferredHome1700000000057 } from './migrations/0057-referred-home.js';
import { DuosTold1700000000058 } from './migrations/0058-duos-told.js';
import { TablesTold1700000000059 } from './migrations/0059-tables-told.js';
import { WorkTold1700000000060 } from './migrations/0060-work-told.js';
import { AvoidedStays1700000000055 } from './migrations/0055-avoided-stays.js';
import { SealedTexts1700000000056 } from './migrations/0056-sealed-texts.js';
import { casesPersonalData } from './personal-data.js';

/** What cases keeps: cases with all that is done about them, consultations, and what the region learns. */
export const casesStorage: SubgraphStorage = {
  schema: 'cases',
  entities: [
    ...[CaseRow, NeedRow, CasePlaceRow, FormerNeedRow, FormerPlaceRow, BreakGlassRow],
    ...[ConsultationRow, ConsentRow, PseudonymRow, ReferralRow],
  ],
  migrations: [
    Cases1700000000001,
    Consultations1700000000002,
    Events1700000000003,
    Relay1700000000004,
    Rights1700000000005,
    Referrals1700000000006,
    Places1700000000008,
    BreakGlass1700000000009,
    ConsultationWork1700000000010,
    Erasure1700000000020,
    CaseWork1700000000021,
    RoundTables1700000000022,
    Placements1700000000023,
    BreakGlassTold1700000000024,
    OneHour1700000000025,
    Checklists1700000000026,
    Learning1700000000027,
    KnownPlaces1700000000028,
    Judgements1700000000029,
    Figures1700000000030,
    PeopleHear1700000000035,
    EmptySearches1700000000040,
    Goals1700000000041,
    StuckCases1700000000045,
    DischargeBlocks1700000000046,
    Discussed1700000000047,
    WhereTold1700000000048,
    Products1700000000050,
    Family1700000000051,
    HandOverTold1700000000052,
    KnownDeployments1700000000053,
    AvoidedStays1700000000055,
    SealedTexts1700000000056,
    ReferredHome1700000000057,
    DuosTold1700000000058,
    TablesTold1700000000059,
    WorkTold1700000000060,
  ],
  personalData: casesPersonalData,
  sealed: casesSealed,
  functions: [...casesErasure, ...knowsStepsStatements('cases')],
};
