import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { atWork, openTableDesk, type TableDesk } from '../../../test/builders/desks/table-desk.js';
import { callerAs } from '../../../test/builders/callers.js';
import { idOf } from '../../../test/builders/rows/case.js';
import { caseReadModel } from '../case/reading/case.read-model.js';
import { checklistStore } from '../checklist/checklist.store.js';
import { consultationReadModel } from '../consultation/consultation.read-model.js';
import { learningReviewStore } from '../learning/review/learning-review.store.js';
import { signalStore } from '../learning/signal/signal.store.js';
import { cbsOutcomeStore } from '../outcome/cbs/cbs-outcome.store.js';
import { roundTableReadModel } from '../round-table/round-table.read-model.js';

// The statements by themselves, as the owner of the tables, whom row level security lets pass.

const { broker, otherBroker, owner, otherOwner, anna, bert } = atWork;
const [analyst, provider] = [callerAs('analyst'), callerAs('provider-planner', idOf(801))];
const page = { first: 100, limit: 101, after: null };
let desk: TableDesk;

beforeAll(async () => {
  desk = await openTableDesk();
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  const [consultationId, caseId] = [idOf(1), idOf(1)];
  const table = { kind: 'RET_MORNING', plannedAt: soon, isInstitutionInvolved: false, isInstitutionInvited: false };
  const work: [string, string, object][] = [
    ['planRoundTable', 'roundTable { id }', { caseId, participantIds: [idOf(71)], ...table }],
    ['planRoundTable', 'roundTable { id }', { consultationId, participantIds: [idOf(71)], ...table }],
    ['answerChecklistItem', 'checklist { id }', { caseId, version: 0, isRetDiscussed: true }],
    [
      'recordCbsOutcome',
      'isReplay',
      { caseId, measuredOn: '2026-01-05', informant: 'YOUTH', isDropOut: false, isRestart: false },
    ],
    ['recordLearningReview', 'isReplay', { caseIds: [caseId], heldOn: '2026-01-05', helped: ['SCHOOL'] }],
    [
      'raiseSignal',
      'isReplay',
      { destination: 'POLICY', factor: 'RULES', ownerOrganisationId: idOf(901), dueOn: soon.slice(0, 10) },
    ],
  ];
  for (const [operation, fields, input] of work) {
    const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${operation}(input: $input) { ${fields} } }`;
    const { codes } = await desk.ask(broker, document, { input: { idempotencyKey: randomUUID(), ...input } });
    expect(codes).toEqual([]);
  }
});
afterAll(() => desk.close());

const everySignal = { states: null, destinations: null, isOverdue: null };
const ids = [idOf(1)];
type Count = (caller: Caller) => Promise<number>;
const manager = () => desk.database.owner.manager;

const found: [string, Count, (readonly [Caller, number])[]][] = [
  [
    'round tables',
    async (caller) => (await roundTableReadModel(manager()).findPage(caller, null, page)).length,
    [
      [broker, 2],
      [owner, 2],
      [anna, 2],
    ],
  ],
  [
    'cases',
    async (caller) => (await caseReadModel(manager()).findByIds(caller, ids)).size,
    [
      [broker, 1],
      [owner, 1],
      [anna, 1],
    ],
  ],
  [
    'consultations',
    async (caller) => (await consultationReadModel(manager()).findByIds(caller, ids)).size,
    [
      [broker, 1],
      [owner, 1],
      [anna, 1],
    ],
  ],
  [
    'checklists',
    async (caller) => (await checklistStore(manager()).findByCaseIds(caller, ids)).size,
    [
      [broker, 1],
      [owner, 1],
    ],
  ],
  [
    'outcome sets',
    async (caller) => (await cbsOutcomeStore(manager()).findByCaseIds(caller, ids)).size,
    [
      [broker, 1],
      [owner, 1],
    ],
  ],
  [
    'reviews',
    async (caller) => (await learningReviewStore(manager()).findPage(caller, page)).length,
    [
      [broker, 1],
      [analyst, 1],
    ],
  ],
  [
    'signals',
    async (caller) => (await signalStore(manager()).findPage(caller, everySignal, page)).length,
    [
      [broker, 1],
      [owner, 1],
      [analyst, 1],
    ],
  ],
];

describe('the statements by themselves', () => {
  it.each(found)('find %s for who may see them, and for nobody else', async (_what, count, seen) => {
    for (const caller of [broker, otherBroker, owner, otherOwner, anna, bert, analyst, provider]) {
      const [, expected] = seen.find(([who]) => who === caller) ?? [caller, 0];
      expect([caller.roles, caller.organisationId, await count(caller)]).toEqual([
        caller.roles,
        caller.organisationId,
        expected,
      ]);
    }
  });
});
