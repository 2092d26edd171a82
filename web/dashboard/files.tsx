import type { ReactNode } from 'react';
import { TakeFile } from '../parts/forms/take-file.js';

interface FilesProps {
  /** The name of the figure, as files have it. */
  readonly name: string;
  /** What is asked of it. */
  readonly asked: Readonly<Record<string, string>>;
}

/** The same figure as a file, with the same numbers left out. */
export function Files({ name, asked }: FilesProps): ReactNode {
  const query = new URLSearchParams(asked).toString();
  const kept = [name, ...Object.values(asked)].join('-').toLowerCase();
  return (
    <div className="buttons screen-only">
      <TakeFile path={`export/${name}.csv?${query}`} name={`${kept}.csv`}>
        Haal op als CSV
      </TakeFile>
      <TakeFile path={`export/${name}.xlsx?${query}`} name={`${kept}.xlsx`}>
        Haal op als Excel
      </TakeFile>
    </div>
  );
}
