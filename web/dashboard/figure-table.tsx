import type { ReactNode } from 'react';
import type { WithheldReason } from '../generated/words.js';
import { reasonsOf, reasonTexts, type Figure, type FigureCell } from './figure.js';

interface FigureTableProps {
  readonly figure: Pick<Figure, 'columns' | 'rows' | 'total'>;
  readonly caption: string;
}

/** The numbers of a figure. What is withheld is an x, which is explained beneath. */
export function FigureTable({ figure, caption }: FigureTableProps): ReactNode {
  const { columns, rows, total } = figure;
  const hasTotals = rows.some((row) => row.total !== null);
  return (
    <>
      <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
        <table className="utrecht-table numbers">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <td />
              {columns.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
              {hasTotals && <th scope="col">Totaal</th>}
            </tr>
          </thead>
          <tbody>
            {[...rows, ...(total ? [total] : [])].map((row) => (
              <tr key={row.key} className={row === total ? 'numbers__total' : ''}>
                <th scope="row">{row.title}</th>
                {row.cells.map((cell, index) => (
                  <Cell key={columns[index]?.key ?? index} cell={cell} />
                ))}
                {hasTotals && <Cell cell={row.total} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Withheld reasons={reasonsOf(figure)} />
    </>
  );
}

function Cell({ cell }: { readonly cell: FigureCell | null }): ReactNode {
  if (!cell) return <td />;
  if (cell.value !== null) return <td>{cell.value.toLocaleString('nl-NL')}</td>;
  return (
    <td className="withheld">
      <span aria-hidden="true">x</span>
      <span className="unseen">niet getoond</span>
    </td>
  );
}

/** Why there is an x, in plain words. */
function Withheld({ reasons }: { readonly reasons: readonly WithheldReason[] }): ReactNode {
  if (reasons.length === 0) return null;
  return (
    <div className="why-x">
      <p>
        <strong>x betekent: dit getal wordt niet getoond.</strong>
        {reasons.some((code) => code.startsWith('FEW')) && ' Andere getallen zijn daarom soms afgerond op vijf.'}
      </p>
      <ul className="utrecht-unordered-list">
        {reasons.map((code) => (
          <li key={code}>{reasonTexts[code]}</li>
        ))}
      </ul>
    </div>
  );
}
