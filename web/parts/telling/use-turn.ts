import { useEffect, useRef } from 'react';

/** Acts each time that something comes true while it is looked at; not for what was true from the start. */
export function useTurn(isTrue: boolean, act: (() => void) | undefined): void {
  const was = useRef(isTrue);
  useEffect(() => {
    const isTurned = isTrue && !was.current;
    was.current = isTrue;
    if (isTurned) act?.();
  });
}
