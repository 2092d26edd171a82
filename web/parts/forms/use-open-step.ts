import { useState } from 'react';

/** Which of some steps has its form open. It stays open while what it is about changes: nothing that was filled in is lost. `onBegun` is told when somebody begins, and when that is over. */
export function useOpenStep<Step extends string>(onBegun?: (isBegun: boolean) => void) {
  const [open, setOpen] = useState<Step | null>(null);
  const [last, setLast] = useState<Step | null>(null);
  return {
    open,
    /** The one that somebody thought better of: the keyboard goes on there. */
    last,
    start: (step: Step): void => {
      setLast(step);
      setOpen(step);
      onBegun?.(true);
    },
    cancel: (): void => {
      setOpen(null);
      onBegun?.(false);
    },
    /** Closes it for good, and tells what came of it. */
    done:
      (onChanged: (text: string) => void) =>
      (text: string): void => {
        setOpen(null);
        setLast(null);
        onBegun?.(false);
        onChanged(text);
      },
  };
}
