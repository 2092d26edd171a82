import { useState } from 'react';

/** Which of some steps has its form open. It stays open while what it is about changes: nothing that was filled in is lost. */
export function useOpenStep<Step extends string>() {
  const [open, setOpen] = useState<Step | null>(null);
  const [last, setLast] = useState<Step | null>(null);
  return {
    open,
    /** The one that somebody thought better of: the keyboard goes on there. */
    last,
    start: (step: Step): void => {
      setLast(step);
      setOpen(step);
    },
    cancel: () => setOpen(null),
    /** Closes it for good, and tells what came of it. */
    done:
      (onChanged: (text: string) => void) =>
      (text: string): void => {
        setOpen(null);
        setLast(null);
        onChanged(text);
      },
  };
}
