import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { useSay } from './announcer.js';

interface Steps {
  readonly taken: number;
  readonly count: () => void;
}

const OwnStepsContext = createContext<Steps>({ taken: 0, count: () => undefined });

/** Around what is read anew after each step that is taken in it: what changes by such a step is told once, and is no news. */
export function OwnSteps({ children }: { readonly children: ReactNode }): ReactNode {
  const [taken, setTaken] = useState(0);
  const count = useCallback(() => setTaken((before) => before + 1), []);
  return <OwnStepsContext value={{ taken, count }}>{children}</OwnStepsContext>;
}

/** How many own steps were told of, and to be told that one more was. */
export function useOwnSteps(): Steps {
  return use(OwnStepsContext);
}

/** Says what came of an own step. */
export function useSayStep(): (text: string) => void {
  const say = useSay();
  const { count } = useOwnSteps();
  return useCallback(
    (text) => {
      count();
      say(text);
    },
    [count, say],
  );
}
