import type { ReactNode } from 'react';
import { standingWords, type ProposedOffer, type Standing } from './standing.js';

interface StandingLineProps {
  readonly offer: ProposedOffer;
  readonly standing: Standing;
}

/** What was done with an option already, as it is looked through. */
export function StandingLine({ offer, standing }: StandingLineProps): ReactNode {
  const words = standingWords(standing, offer.id);
  if (words.length === 0) return null;
  return (
    <p className="standing">
      {words.map((text) => (
        <span key={text} className="badge">
          {text}
        </span>
      ))}
    </p>
  );
}
