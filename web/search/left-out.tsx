import type { ReactNode } from 'react';
import { missingReason } from '../generated/words.js';
import { count, span } from '../parts/dutch.js';
import { Phone } from '../parts/phone.js';
import type { Options } from './options.js';

/** Who may have something that fits but told nothing lately: to be called. */
export function NotAnswered({ options: { missingSources, evaluatedAt } }: { readonly options: Options }): ReactNode {
  const { totalCount, nodes } = missingSources;
  if (totalCount === 0) return null;
  return (
    <section className="left-out" aria-labelledby="zonder-cijfer">
      <h2 className="utrecht-heading-2" id="zonder-cijfer">
        {count(totalCount, 'organisatie gaf', 'organisaties gaven')} geen actueel cijfer
      </h2>
      <p>Zij hebben misschien wel iets dat past. Bel om het te weten.</p>
      <details>
        <summary>Toon wie u kunt bellen</summary>
        <table className="utrecht-table">
          <caption className="unseen">Organisaties zonder actueel cijfer</caption>
          <thead>
            <tr>
              <th scope="col">Organisatie</th>
              <th scope="col">Telefoon</th>
              <th scope="col">Waarom</th>
            </tr>
          </thead>
          <tbody>
            {nodes.map(({ organisationId, organisation, reason, lastReportAt }) => (
              <tr key={organisationId}>
                <th scope="row">{organisation?.name ?? 'naam nu niet bekend'}</th>
                <td>
                  <Phone number={organisation?.contact?.phone} of={organisation?.name ?? 'de organisatie'} />
                </td>
                <td>
                  {missingReason[reason]}
                  {lastReportAt !== null && ` (${span(Date.parse(evaluatedAt) - Date.parse(lastReportAt))})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {nodes.length < totalCount && <p>En {totalCount - nodes.length} andere.</p>}
      </details>
    </section>
  );
}

/** What serves the municipality and yet is no option, and why; most first. */
export function FellOut({ options: { excluded } }: { readonly options: Options }): ReactNode {
  const total = excluded.reduce((sum, { offerCount }) => sum + offerCount, 0);
  if (total === 0) return null;
  return (
    <section className="left-out" aria-labelledby="afgevallen">
      <h2 className="utrecht-heading-2" id="afgevallen">
        {count(total, 'aanbod viel', 'aanbiedingen vielen')} af
      </h2>
      <details>
        <summary>Toon waarom</summary>
        <ul className="utrecht-unordered-list">
          {excluded
            .toSorted((a, b) => b.offerCount - a.offerCount)
            .map(({ code, text, offerCount, offers }) => (
              <li key={code}>
                <strong>{offerCount} ×</strong> {text}{' '}
                <span className="quiet">
                  {offers.nodes.map(({ title }) => title).join(', ')}
                  {offerCount > offers.nodes.length && ' …'}
                </span>
              </li>
            ))}
        </ul>
      </details>
    </section>
  );
}
