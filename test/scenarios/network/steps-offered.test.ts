import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker, type Actor } from '../../actors.js';
import { networkActors, openNetworkScene, type NetworkScene } from '../../builders/scenes/network-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

const { owner } = networkActors;
let hub: TestHub;
let scene: NetworkScene;

beforeAll(async () => {
  hub = await startTestHub();
  scene = openNetworkScene(hub);
});
afterAll(() => hub.close());

interface Offered {
  readonly networkRequest: { readonly version: number; readonly state: string; readonly mySteps: readonly string[] };
}

/** A question that has come somewhere, by who has to do with it. */
interface Brought {
  readonly requestId: string;
  /** The team that has it, and the one that had it before. */
  readonly teamId: string;
  readonly handedOnBy: string;
}

type Way = 'ASKED' | 'CONTACTED' | 'ESCALATED' | 'ANSWERED';

const ways: Readonly<Record<Exclude<Way, 'ASKED'>, readonly ['answer' | 'escalate', object, Actor]>> = {
  CONTACTED: ['answer', { answer: 'CONTACTED' }, broker],
  ESCALATED: ['escalate', { reason: 'TOO_LATE' }, owner],
  ANSWERED: ['answer', { answer: 'ADVICE_GIVEN' }, broker],
};

/** Each step as it is taken. */
const taking = {
  CONTACT: ['answer', { answer: 'CONTACTED' }],
  ANSWER: ['answer', { answer: 'ADVICE_GIVEN' }],
  HAND_ON: ['handOn', { reason: 'NO_TIME' }],
  ESCALATE: ['escalate', { reason: 'RULES' }],
} as const;

/** A question of the owner that was handed on once, in a state. */
async function brought(state: Way): Promise<Brought> {
  const { read, team } = await scene.asked();
  const handed = await scene.step('handOn', { ...read, reason: 'OTHER_AREA' }, broker);
  const teamId = handed.request?.team?.id ?? '';
  if (state !== 'ASKED') {
    const [step, input, actor] = ways[state];
    expect((await scene.step(step, { ...read, version: 2, ...input }, actor)).codes).toEqual([]);
  }
  return { requestId: read.requestId, teamId, handedOnBy: team.id };
}

async function offered(id: string, actor: Actor): Promise<Offered['networkRequest']> {
  const document = 'query ($id: ID!) { networkRequest(id: $id) { version state mySteps } }';
  return (await hub.query<Offered>(document, { id }, actor)).data.networkRequest;
}

/** What somebody has to do with a question. */
type Part = 'own' | 'former' | 'asked';

const callers: readonly (readonly [string, Part, (question: Brought) => Promise<Actor> | Actor])[] = [
  ['a member of the team that has it', 'own', ({ teamId }) => scene.memberOf(teamId)],
  ['a planner of the team that has it', 'own', ({ teamId }) => scene.plannerOf(teamId)],
  ['a broker of the region', 'own', () => broker],
  [
    'a planner of the team that handed it on',
    'former',
    ({ handedOnBy, teamId }) => scene.plannerOf(handedOnBy, teamId),
  ],
  ['who only asked it', 'asked', () => owner],
];

const states: readonly (readonly [Way, Readonly<Record<Part, readonly string[]>>])[] = [
  ['ASKED', { own: ['CONTACT', 'ANSWER', 'HAND_ON', 'ESCALATE'], former: [], asked: ['ESCALATE'] }],
  ['CONTACTED', { own: ['ANSWER', 'HAND_ON', 'ESCALATE'], former: [], asked: ['ESCALATE'] }],
  ['ESCALATED', { own: ['CONTACT', 'ANSWER', 'HAND_ON'], former: [], asked: [] }],
  ['ANSWERED', { own: [], former: [], asked: [] }],
];

describe.each(states)('of a question that is %s', (state, expected) => {
  it.each(callers)('%s is offered what the hub lets be done, and all of it', async (_, part, actorOf) => {
    let question = await brought(state);
    for (const [name, [step, input]] of Object.entries(taking)) {
      const { requestId } = question;
      const actor = await actorOf(question);
      const { version, mySteps, ...now } = await offered(requestId, actor);
      expect({ ...now, mySteps }).toEqual({ state, mySteps: expected[part] });
      const { codes } = await scene.step(step, { requestId, version, ...input }, actor);
      const refused = [expect.stringMatching(/^(FORBIDDEN|STATE_CONFLICT)$/)];
      expect([name, codes]).toEqual([name, mySteps.includes(name) ? [] : refused]);
      if (mySteps.includes(name)) question = await brought(state);
    }
  });
});
