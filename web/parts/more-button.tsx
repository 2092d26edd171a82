import { SecondaryActionButton } from '@utrecht/button-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Listed } from '../hub/use-pages.js';

interface MoreButtonProps {
  readonly listed: Pick<Listed<unknown>, 'nodes' | 'hasMore' | 'isAsking' | 'askMore'>;
  /** How many are shown, and which. */
  readonly told: string;
  /** Told once more is there, such as to put the keyboard upon it. */
  readonly onMore?: () => void;
}

/** Reads on in a list that has more, and says how much of it is shown. */
export function MoreButton({
  listed: { nodes, hasMore, isAsking, askMore },
  told,
  onMore,
}: MoreButtonProps): ReactNode {
  // how many there were when more was asked for; null while it is not, also where the list is asked anew meanwhile
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (seen.current === null) return;
    const hasCome = (nodes?.length ?? 0) > seen.current;
    if (hasCome || !isAsking) seen.current = null;
    if (hasCome) onMore?.();
  });
  if (!nodes || !hasMore) return null;
  const more = (): void => {
    seen.current = nodes.length;
    askMore();
  };
  return (
    <>
      <p className="told">{told} Er zijn er meer.</p>
      <SecondaryActionButton className="screen-only" busy={isAsking} onClick={() => seen.current === null && more()}>
        Toon meer
      </SecondaryActionButton>
    </>
  );
}
