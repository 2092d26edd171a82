import { useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { isAnswered, useIntention, type Intention } from './intention.js';
import type { PageOperation } from './operation.js';
import { useStep, type Step } from './use-hub.js';

/** A step that is taken once for each intention, and what came of it the last time. */
export interface Once<Data, Input> {
  readonly isTaking: boolean;
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  /** Takes it, as `useStepOnce` does. Gives the data where all went well, undefined otherwise. */
  readonly take: <Meant extends object>(
    meant: Meant,
    inputOf: (meant: Meant, intention: Intention) => Input,
  ) => Promise<Data | undefined>;
}

/** Takes a step with what is meant; `inputOf` adds the key, and what it is meant upon. */
type TakeOnce<Data, Input> = <Meant extends object>(
  meant: Meant,
  inputOf: (meant: Meant, intention: Intention) => Input,
) => Promise<Step<Data>>;

/** A registered mutation with a key of its own for each intention. Where its answer was lost the very same is sent again, whatever is shown meanwhile. */
export function useStepOnce<Data, Input>(
  operation: PageOperation<Data, { readonly input: Input }>,
  purpose?: string,
): readonly [isTaking: boolean, take: TakeOnce<Data, Input>] {
  const [isTaking, take] = useStep(operation, purpose);
  const intention = useIntention();
  const sent = useRef<{ readonly key: string; readonly input: Input } | null>(null);
  const takeOnce: TakeOnce<Data, Input> = async (meant, inputOf) => {
    const now = intention.of(meant);
    if (sent.current?.key !== now.idempotencyKey)
      sent.current = { key: now.idempotencyKey, input: inputOf(meant, now) };
    const taken = await take({ input: sent.current.input });
    intention.settle(taken.error);
    return taken;
  };
  return [isTaking, takeOnce];
}

/** The same, which keeps what came of it; `onAnswered` is told when the hub said what came of a step, be it that it refused. */
export function useOnce<Data, Input>(
  operation: PageOperation<Data, { readonly input: Input }>,
  purpose?: string,
  onAnswered?: () => void,
): Once<Data, Input> {
  const [isTaking, take] = useStepOnce(operation, purpose);
  const [{ data, error }, setLast] = useState<Partial<Step<Data>>>({});
  return {
    isTaking,
    data,
    error,
    async take(meant, inputOf) {
      const taken = await take(meant, inputOf);
      setLast(taken);
      if (isAnswered(taken.error)) onAnswered?.();
      return taken.error ? undefined : taken.data;
    },
  };
}

/** What is meant, with its key and nothing else. */
export function keyed<Meant extends object>(meant: Meant, { idempotencyKey }: Intention) {
  return { ...meant, idempotencyKey };
}

/**
 * What is meant upon something as it was read, with its key. Where its answer was lost it is sent again with the version of then, whatever is
 * shown meanwhile: a step that was taken has changed it.
 */
export function upon(version: number | null) {
  return <Meant extends object>(meant: Meant, { idempotencyKey }: Intention) => ({
    ...meant,
    version: version ?? 0,
    idempotencyKey,
  });
}
