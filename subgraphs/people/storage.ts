import { knowsStepsStatements } from '../../platform/outbox/outbox.sql.js';
import type { SubgraphStorage } from '../../platform/database/database.js';
import { peopleErasure } from './erasure/erasure.sql.js';
import { peoplePersonalData } from './personal-data.js';
import { AvailabilityWindowRow } from './availability/availability-window.entity.js';
import { ExpertiseRow } from './expertise/expertise.entity.js';
import { MembershipRow } from './membership/membership.entity.js';
import { People1700000000001 } from './migrations/0001-people.js';
import { Rights1700000000002 } from './migrations/0002-rights.js';
import { Presence1700000000003 } from './migrations/0003-presence.js';
import { Duos1700000000004 } from './migrations/0004-duos.js';
import { EmptySearches1700000000040 } from './migrations/0040-empty-searches.js';
import { DuoUse1700000000042 } from './migrations/0042-duo-use.js';
import { Events1700000000045 } from './migrations/0045-events.js';
import { Directory1700000000050 } from './migrations/0050-directory.js';
import { NetworkRequests1700000000055 } from './migrations/0055-network-requests.js';
import { ThemeSessions1700000000063 } from './migrations/0063-theme-sessions.js';
import { CommonTimes1700000000064 } from './migrations/0064-common-times.js';
import { NetworkPromise1700000000067 } from './migrations/0067-network-promise.js';
import { OneRouteAtATime1700000000068 } from './migrations/0068-one-route-at-a-time.js';
import { NetworkResponse1700000000069 } from './migrations/0069-network-response.js';
import { TimesOfFound1700000000070 } from './migrations/0070-times-of-found.js';
import { RoundTableTimes1700000000071 } from './migrations/0071-round-table-times.js';
import { AnswersTold1700000000072 } from './migrations/0072-answers-told.js';
import { OnePromise1700000000073 } from './migrations/0073-one-promise.js';
import { KeptCases1700000000005 } from './migrations/0005-kept-cases.js';
import { Search1700000000051 } from './migrations/0051-search.js';
import { Choices1700000000056 } from './migrations/0056-choices.js';
import { ExperienceSearch1700000000057 } from './migrations/0057-experience-search.js';
import { Networks1700000000058 } from './migrations/0058-networks.js';
import { NetworkRow } from './networks/network.entity.js';
import { Experts1700000000060 } from './migrations/0060-experts.js';
import { Intake1700000000061 } from './migrations/0061-intake.js';
import { EndedAt1700000000062 } from './migrations/0062-ended-at.js';
import { OrganisationRow } from './organisation/organisation.entity.js';
import { WorkContactRow } from './contact/work-contact.entity.js';
import { ExperienceRow } from './experience/experience.entity.js';
import { ProfessionalRow } from './professional/professional.entity.js';
import { TeamRow } from './team/team.entity.js';

/** What people keeps: organisations, their professionals and what these are good at, teams and who is in them. */
export const peopleStorage: SubgraphStorage = {
  schema: 'people',
  entities: [
    OrganisationRow,
    ProfessionalRow,
    WorkContactRow,
    ExpertiseRow,
    ExperienceRow,
    NetworkRow,
    TeamRow,
    MembershipRow,
    AvailabilityWindowRow,
  ],
  migrations: [
    People1700000000001,
    Rights1700000000002,
    Presence1700000000003,
    Duos1700000000004,
    KeptCases1700000000005,
    EmptySearches1700000000040,
    DuoUse1700000000042,
    Events1700000000045,
    Directory1700000000050,
    Search1700000000051,
    NetworkRequests1700000000055,
    Choices1700000000056,
    ExperienceSearch1700000000057,
    Networks1700000000058,
    Experts1700000000060,
    Intake1700000000061,
    EndedAt1700000000062,
    ThemeSessions1700000000063,
    CommonTimes1700000000064,
    NetworkPromise1700000000067,
    OneRouteAtATime1700000000068,
    NetworkResponse1700000000069,
    TimesOfFound1700000000070,
    RoundTableTimes1700000000071,
    AnswersTold1700000000072,
    OnePromise1700000000073,
  ],
  personalData: peoplePersonalData,
  functions: [...peopleErasure, ...knowsStepsStatements('people')],
};
