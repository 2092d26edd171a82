import { useEffect, useRef, useState, type ReactNode } from 'react';
import { hasBars, spoken, type ChartData } from './chart-data.js';

/** A drawing, which comes when the rest of the page is there. Without it the table says the same. */
export function Chart({ chart }: { readonly chart: ChartData }): ReactNode {
  if (!hasBars(chart))
    return (
      <p className="empty">{chart.title}: er is niets om te tekenen. Alle getallen zijn 0 of worden niet getoond.</p>
    );
  return (
    <figure className="chart">
      <figcaption>
        {chart.title} <span className="quiet">({chart.unit})</span>
      </figcaption>
      <Drawn key={JSON.stringify(chart)} chart={chart} />
    </figure>
  );
}

function Drawn({ chart }: { readonly chart: ChartData }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let isGone = false;
    let erase = (): void => {
      isGone = true;
    };
    import('./draw.js').then(
      ({ draw }) => {
        if (!isGone && place.current) erase = draw(place.current, chart);
      },
      () => setMissing(true),
    );
    return () => erase();
  }, [chart]);
  if (isMissing)
    return <p className="told">De grafiek kon niet geladen worden. De tabel hieronder heeft alle cijfers.</p>;
  return <div className="chart__place" role="img" aria-label={spoken(chart)} ref={place} />;
}
