/**
 * Gives what starts `work`: never twice at the same time, and with a pause after each. What is asked for meanwhile is done once, after the pause; `work` tells
 * whether it must be done again.
 */
export function oneAtATime(work: () => Promise<boolean>, pause: () => Promise<void>): () => void {
  let isBusy = false;
  let isAsked = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    while (isAsked) {
      isAsked = false;
      const isAgain = await work();
      await pause();
      isAsked ||= isAgain;
    }
    isBusy = false;
  };
  return () => {
    isAsked = true;
    if (!isBusy) void run();
  };
}
