import type { ReactNode } from 'react';
import { placeOf } from '../../page/route.js';

/** The way to the questions over which there was contact. */
export function RunningLink(): ReactNode {
  return (
    <p className="screen-only">
      <a className="utrecht-link" href={placeOf(['telefoon', 'lopend'])}>
        Vragen die lopen: wat er is gedaan en wat eruit kwam
      </a>
    </p>
  );
}
