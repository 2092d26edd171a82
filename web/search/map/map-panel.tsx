import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Options } from '../options.js';

/** Around where is sought: the municipality, and the postcode area where that is known. */
export interface Home {
  readonly municipalityCode: string | null;
  readonly postcode4: string | null;
}

interface MapPanelProps {
  readonly options: Options;
  readonly home: Home;
  readonly children: ReactNode;
}

// what draws it, and the middles of four thousand postcode areas, come only when somebody looks
const DrawnMap = lazy(async () => ({ default: (await import('./drawn-map.js')).DrawnMap }));

const key = 'kaart';

/** A list with its map beside it, where there is room and it is wanted: that is kept by this tab. */
export function MapPanel({ options, home, children }: MapPanelProps): ReactNode {
  const [isOpen, setOpen] = useState(() => (sessionStorage.getItem(key) ?? hasRoom()) === 'open');
  const toggle = (): void => {
    sessionStorage.setItem(key, isOpen ? 'dicht' : 'open');
    setOpen(!isOpen);
  };
  if (options.edges.length === 0) return children;
  return (
    <div className={isOpen ? 'found found--map' : 'found'}>
      <div className="found__map">
        <button
          type="button"
          className="utrecht-button utrecht-button--subtle screen-only"
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {isOpen ? 'Verberg de kaart' : 'Toon op de kaart'}
        </button>
        {isOpen && (
          <Suspense fallback={<p className="told">De kaart komt eraan …</p>}>
            <DrawnMap options={options} home={home} />
          </Suspense>
        )}
      </div>
      <div className="found__list">{children}</div>
    </div>
  );
}

function hasRoom(): string {
  return window.matchMedia('(min-width: 75rem)').matches ? 'open' : 'dicht';
}
