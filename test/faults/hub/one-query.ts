import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { caseIdOf, type HubAnswer, type TestHub } from '../../hub.js';

/** What is looked at of the answer to the one query. */
export interface FoundOptions {
  readonly case: {
    readonly number: string;
    readonly options: {
      readonly edges: readonly { readonly node: { readonly organisation: { readonly name: string | null } | null } }[];
    } | null;
  } | null;
}

export interface TimedAnswer {
  readonly answer: HubAnswer<FoundOptions>;
  readonly ms: number;
}

/** The one query of a care broker, asked again and again. */
export interface OneQuery {
  ask(): Promise<TimedAnswer>;
  /** How long it takes until it is answered whole again; asks all the time. */
  untilWhole(withinMs: number): Promise<number>;
}

export async function oneQueryOf(hub: TestHub): Promise<OneQuery> {
  const caseId = await caseIdOf(hub, 'FL-26-0042');
  const ask = async (): Promise<TimedAnswer> => {
    const start = performance.now();
    const answer = await hub.query<FoundOptions>(committedDocument('find-options'), { caseId }, broker);
    return { answer, ms: performance.now() - start };
  };
  return {
    ask,
    async untilWhole(withinMs) {
      const start = performance.now();
      const look = async (): Promise<true | undefined> => isWhole((await ask()).answer) || undefined;
      await soon(look, withinMs);
      return performance.now() - start;
    },
  };
}

export function isWhole({ status, errors, data }: HubAnswer<FoundOptions>): boolean {
  return status === 200 && errors.length === 0 && data.case?.options?.edges.length === 10;
}
