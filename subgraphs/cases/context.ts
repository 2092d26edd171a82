import { audited, type AuditTrail } from '../../platform/audit/audit-trail.js';
import type { ChangingContext } from '../../platform/audit/audited-change.js';
import type { Caller } from '../../platform/identity/caller.js';
import type { EntityManager } from '../../platform/database/database.js';
import type DataLoader from 'dataloader';
import { batchLoader, loaderFor, onceLoader } from '../../platform/database/loaders.js';
import { inSavepoint } from '../../platform/database/savepoint.js';
import { onceOnly } from '../../platform/idempotency/idempotency.js';
import { noteCases } from './case/reading/case-audit.js';
import type { FigureArgs } from '../../figures/figure-args.js';
import type { CasesConfig } from './config.js';
import { usuallyStuckFrom } from './figures/stuck/stuck-cases.rules.js';
import type { StuckGrouping } from './figures/stuck/stuck-cases.vocabulary.js';
import { noteReferrals } from './referral/reading/referral-audit.js';
import { noteTables } from './round-table/round-table-audit.js';
import type { TableSubject } from './round-table/round-table.read-model.js';
import type { CaseEventRow, TimelineRequest } from './timeline/timeline.read-model.js';
import { casesServices, type CasesServices } from './services.js';

/** What one request carries: who asks, what cases can do, and the batches in which rows are fetched. */
export interface CasesContext extends ChangingContext<CasesServices> {
  readonly caller: Caller;
  readonly services: CasesServices;
  readonly loaders: CasesLoaders;
}

export type CasesLoaders = ReturnType<typeof createLoaders>;

/** What a request stands on: its transaction, where its searches go, and the settings. */
interface Ground {
  readonly tx: EntityManager;
  readonly searching: EntityManager;
  readonly config: CasesConfig;
}

/** What a request carries whose transaction is `tx`. */
export function createContext(caller: Caller, { tx, searching, config }: Ground, audit: AuditTrail): CasesContext {
  const services = casesServices(tx, config, searching);
  return {
    caller,
    services,
    audit,
    loaders: createLoaders(caller, services, audit),
    once: (request, work) => inSavepoint(tx, () => onceOnly(tx, caller, request, () => work(services))),
  };
}

function createLoaders(caller: Caller, services: CasesServices, audit: AuditTrail) {
  const { breakGlasses, cases, consultations, contacts, formerNeeds, outcomes, consents, referrals } = services;
  const { judgements, mentors, placements, products } = services;
  const timelines = new Map<string, DataLoader<string, CaseEventRow[] | null>>();
  return {
    ...workLoaders(caller, services, audit),
    ...themeLoaders(caller, services),
    /** One loader for each page that is asked for: its batch is a page of every case at once. */
    timelineOf: (page: TimelineRequest) =>
      loaderFor(timelines, page, (ids) => services.timelines.findPages(caller, ids, page)),
    breakGlasses: batchLoader(audited(audit, 'BreakGlass', (ids) => breakGlasses.findByIds(caller, ids))),
    cases: batchLoader(
      audited(
        audit,
        'Case',
        (ids) => cases.findByIds(caller, ids),
        (found) => noteCases(audit, [...found.values()]),
      ),
    ),
    consultations: batchLoader(audited(audit, 'Consultation', (ids) => consultations.findByIds(caller, ids))),
    consultationsOfCase: batchLoader(async (ids: readonly string[]) => {
      const found = await consultations.findByCaseIds(caller, ids);
      for (const rows of found.values()) audit.read('Consultation', idsOf(rows));
      return found;
    }),
    formerNeedsOfCase: batchLoader((ids: readonly string[]) => formerNeeds.findByCaseIds(caller, ids)),
    contactsOfConsultation: batchLoader((ids: readonly string[]) => contacts.findByConsultationIds(caller, ids)),
    outcomesOfConsultation: batchLoader((ids: readonly string[]) => outcomes.findByConsultationIds(caller, ids)),
    consents: batchLoader(audited(audit, 'Consent', (ids) => consents.findByIds(caller, ids))),
    consentsOfCase: batchLoader(async (ids: readonly string[]) => {
      const found = await consents.findByCaseIds(caller, ids);
      for (const rows of found.values()) audit.read('Consent', idsOf(rows));
      return found;
    }),
    referrals: batchLoader(
      audited(
        audit,
        'Referral',
        (ids) => referrals.findByIds(caller, ids),
        (found) => noteReferrals(audit, [...found.values()]),
      ),
    ),
    declinesOfCase: batchLoader((ids: readonly string[]) => referrals.countDeclines(caller, ids)),
    judgementsOfCase: batchLoader((ids: readonly string[]) => judgements.findByCaseIds(caller, ids)),
    mentorsOfCase: batchLoader((ids: readonly string[]) => mentors.findByCaseIds(caller, ids)),
    placements: batchLoader(audited(audit, 'Placement', (ids) => placements.findByIds(caller, ids))),
    productOfPlacement: batchLoader((ids: readonly string[]) => products.findByPlacementIds(caller, ids)),
    placementsOfCase: batchLoader(async (ids: readonly string[]) => {
      const found = await placements.findByCaseIds(caller, ids);
      for (const rows of found.values()) audit.read('Placement', idsOf(rows));
      return found;
    }),
    referralsOfCase: batchLoader(async (ids: readonly string[]) => {
      const found = await referrals.findByCaseIds(caller, ids);
      for (const rows of found.values()) noteReferrals(audit, rows);
      return found;
    }),
  };
}

/** The loaders of what is done about a case beside talking, and of what is learned from it. */
function workLoaders(caller: Caller, services: CasesServices, audit: AuditTrail) {
  const { cbsOutcomes, checklists, learningReviews, roundTables, siblings } = services;
  const tablesOf = (about: TableSubject) =>
    batchLoader(async (ids: readonly string[]) => {
      const found = await roundTables.findOf(about, caller, ids);
      noteTables(audit, [...found.values()].flat());
      return found;
    });
  return {
    roundTables: batchLoader(
      audited(
        audit,
        'RoundTable',
        (ids) => roundTables.findByIds(caller, ids),
        (found) => noteTables(audit, [...found.values()]),
      ),
    ),
    tablesOfCase: tablesOf('case'),
    tablesOfConsultation: tablesOf('consultation'),
    siblingsOfCase: batchLoader((ids: readonly string[]) => siblings.findByCaseIds(caller, ids)),
    checklistOfCase: batchLoader((ids: readonly string[]) => checklists.findByCaseIds(caller, ids)),
    cbsOutcomesOfCase: batchLoader((ids: readonly string[]) => cbsOutcomes.findByCaseIds(caller, ids)),
    casesOfReview: batchLoader((ids: readonly string[]) => learningReviews.findCaseIds(caller, ids)),
  };
}

/** The figures for all themes of a request: a statement for each grouping, and one for signals. */
function themeLoaders(caller: Caller, { stuckCases, openSignals }: CasesServices) {
  return {
    stuckCasesOf: onceLoader((asked: FigureArgs & { readonly by: StuckGrouping }) =>
      stuckCases.stuckCases(caller, asked, asked.by, 'WEEKS', usuallyStuckFrom),
    ),
    openSignalsOf: onceLoader((asked: FigureArgs) => openSignals.openSignals(caller, asked)),
  };
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
