import type { ReactNode } from 'react';
import { count } from '../../parts/dutch.js';
import { Notice } from '../../parts/telling/notice.js';
import { figureText, type ReadFile, type RowChange, type RowFault } from './upload.js';

/** So many rows of a kind are shown; of a large file the rest is counted. */
const most = 200;

/** What is wrong in a file and where, what to look at, and what it changes. */
export function Preview({ file: { faults, changes, notices } }: { readonly file: ReadFile }): ReactNode {
  return (
    <>
      {faults.length > 0 && <Faults faults={faults} />}
      {notices.length > 0 && (
        <Notice kind="info">
          {notices.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      )}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

function Faults({ faults }: { readonly faults: readonly RowFault[] }): ReactNode {
  return (
    <Notice kind="error">
      <p>
        <strong>{count(faults.length, 'fout', 'fouten')} in het bestand.</strong> Verbeter dit in uw bestand, sla het op
        en kies het opnieuw.
      </p>
      <table className="utrecht-table stacked">
        <caption className="unseen">Fouten in het bestand</caption>
        <thead>
          <tr>
            <th scope="col">Plaats</th>
            <th scope="col">Aanbod</th>
            <th scope="col">Wat er niet klopt</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, most).map(({ row, column, offerKey, message }) => (
            <tr key={`${row} ${column ?? ''} ${message}`}>
              <th scope="row" className="short">
                regel {row}
                {column !== null && `, kolom ${column}`}
              </th>
              <td data-word="Aanbod">{offerKey ?? '–'}</td>
              <td data-word="Wat er niet klopt">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest of={faults.length} />
    </Notice>
  );
}

function Changes({ changes }: { readonly changes: readonly RowChange[] }): ReactNode {
  return (
    <>
      <table className="utrecht-table stacked">
        <caption>Wat er verandert</caption>
        <thead>
          <tr>
            <th scope="col">Regel</th>
            <th scope="col">Aanbod</th>
            <th scope="col">Was</th>
            <th scope="col">Wordt</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, most).map(({ row, offerKey, from, to }) => (
            <tr key={row}>
              <td data-word="Regel">{row}</td>
              <th scope="row">{offerKey}</th>
              <td data-word="Was">{figureText(from)}</td>
              <td data-word="Wordt">
                <strong>{figureText(to)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest of={changes.length} />
    </>
  );
}

function Rest({ of }: { readonly of: number }): ReactNode {
  return of > most ? <p className="told">En nog {count(of - most, 'regel', 'regels')}.</p> : null;
}
