import type { ReactNode } from 'react';
import { hubAddress } from '../hub/place.js';

/** What stands below every place, also for who is not signed in. */
export function Foot(): ReactNode {
  return (
    <footer className="foot">
      <a className="utrecht-link" href={hubAddress('toegankelijkheid')}>
        Toegankelijkheid
      </a>
    </footer>
  );
}
