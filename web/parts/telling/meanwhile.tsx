import type { ReactNode } from 'react';
import { useSaid } from './announcer.js';

/** What became of something while somebody worked on it, by whomever: it may have been themselves, elsewhere. */
export function Meanwhile({ text }: { readonly text: string }): ReactNode {
  useSaid(text);
  return <p className="told">{text}</p>;
}
