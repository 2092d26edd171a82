import type { ReactNode } from 'react';
import { phoneText } from './dutch.js';

/** A number to call; null where the organisation has none, nothing where nobody could tell. */
export function Phone({ number, of }: { readonly number: string | null | undefined; readonly of: string }): ReactNode {
  if (number === undefined) return <span className="quiet">nu niet bekend</span>;
  if (number === null) return <span className="quiet">geen nummer bekend</span>;
  return (
    <a className="utrecht-link phone" href={`tel:${number}`} aria-label={`Bel ${of}: ${phoneText(number)}`}>
      {phoneText(number)}
    </a>
  );
}
