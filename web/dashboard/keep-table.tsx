import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { keepFile } from '../hub/files.js';
import { csvOf, type Line } from './csv.js';

/** Keeps a table that the page shows as a file: the same lines, its headings first. */
export function KeepTable({ lines, name }: { readonly lines: readonly Line[]; readonly name: string }): ReactNode {
  const keep = (): void => keepFile(new Blob([csvOf(lines)], { type: 'text/csv' }), `${name}.csv`);
  return (
    <p className="screen-only">
      <SecondaryActionButton onClick={keep}>Haal op als CSV</SecondaryActionButton>
    </p>
  );
}
