import type { ReactNode } from 'react';
import { ageBand, ladderRung } from '../generated/words.js';
import { placeOf } from '../page/route.js';
import { day } from '../parts/dutch.js';
import { urgencyOf, type ListedCase } from './urgency.js';

/** Id of the heading above the cases. */
export const casesId = 'open-casussen';

/** Open cases, the most urgent first. */
export function CaseTable({ cases }: { readonly cases: readonly ListedCase[] }): ReactNode {
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby={casesId}>
      <h2 className="utrecht-heading-2" id={casesId} tabIndex={-1}>
        {cases.length === 1 ? 'Eén open casus' : `${cases.length} open casussen, de dringendste eerst`}
      </h2>
      <table className="utrecht-table stacked">
        <caption className="unseen">Open casussen, de dringendste eerst</caption>
        <thead>
          <tr>
            <th scope="col">Casus</th>
            <th scope="col">Dringend</th>
            <th scope="col">Begin uiterlijk</th>
            <th scope="col">Leeftijd</th>
            <th scope="col">Gemeente</th>
            <th scope="col">Zoekt</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <CaseRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CaseRow({ one }: { readonly one: ListedCase }): ReactNode {
  const urgency = urgencyOf(one);
  const rungs = one.need?.rungs ?? [];
  return (
    <tr>
      <th scope="row" className="short">
        <a className="utrecht-link" href={placeOf(['casussen', one.id])}>
          {one.number ?? 'zonder nummer'}
        </a>
        {one.isRestricted && <span className="badge">geheim adres</span>}
      </th>
      <td className="short" data-word="Dringend">
        {urgency === null ? '–' : <span className="badge badge--urgent">{urgency}</span>}
      </td>
      <td className="short" data-word="Begin uiterlijk">
        {one.need?.startByOn ? day(one.need.startByOn) : '–'}
      </td>
      <td className="short" data-word="Leeftijd">
        {one.ageBand ? ageBand[one.ageBand] : '–'}
      </td>
      <td className="short" data-word="Gemeente">
        {one.municipality?.name ?? '–'}
      </td>
      <td data-word="Zoekt">{rungs.length === 0 ? '–' : rungs.map((rung) => ladderRung[rung]).join(', ')}</td>
    </tr>
  );
}
