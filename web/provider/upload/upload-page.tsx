import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useId, type ReactNode } from 'react';
import { placeOf } from '../../page/route.js';
import { Notice } from '../../parts/telling/notice.js';
import { TakeFile } from '../../parts/forms/take-file.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { Title } from '../../parts/title.js';
import { Told } from '../../parts/telling/told.js';
import { Preview } from './preview.js';
import { summaryText } from './upload.js';
import { useUpload, type Upload } from './use-upload.js';

/** Figures from a spreadsheet: first what would change and what is wrong, then, when somebody says so, in earnest. */
export function UploadPage(): ReactNode {
  const upload = useUpload();
  useSaid(upload.isBusy ? 'Het bestand wordt nagekeken …' : '');
  return (
    <>
      <p className="back">
        <a className="utrecht-link" href={placeOf(['aanbieder'])}>
          Terug naar uw cijfers
        </a>
      </p>
      <Title>Cijfers uit een bestand</Title>
      <ol className="steps">
        <li>
          <p>
            Haal uw invulbestand op. Uw aanbod staat er al in. Vul in wat er vrij is en sla het op. Een eigen Excel- of
            CSV-bestand met dezelfde kolommen mag ook.
          </p>
          <TakeFile path="export/template.xlsx" name="cijfers.xlsx">
            Haal het invulbestand op
          </TakeFile>
        </li>
        <li>
          <Chooser upload={upload} />
        </li>
      </ol>
      <Trouble upload={upload} />
      {upload.published ? <Published upload={upload} /> : <Rehearsed upload={upload} />}
    </>
  );
}

function Chooser({ upload: { file, isBusy, choose } }: { readonly upload: Upload }): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <p className="hint" id={`${id}-hint`}>
        Excel (.xlsx) of CSV. Er wordt nog niets opgeslagen: u ziet eerst wat er verandert.
      </p>
      <div className="file">
        <input
          id={id}
          className="unseen"
          aria-describedby={`${id}-hint`}
          type="file"
          accept=".xlsx,.csv,.txt"
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            // the same file, mended, may be chosen again
            if (chosen) void choose(chosen).then(() => (currentTarget.value = ''));
          }}
        />
        <label className="utrecht-button utrecht-button--secondary-action" htmlFor={id}>
          {file ? 'Kies een ander bestand' : 'Kies het bestand'}
        </label>
      </div>
      {file && <p className="quiet">Gekozen: {file.name}</p>}
    </div>
  );
}

/** What went wrong with the file as a whole. */
function Trouble({ upload: { trouble, isBusy, file, again } }: { readonly upload: Upload }): ReactNode {
  if (!trouble) return null;
  return (
    <Notice kind={trouble.kind === 'refused' ? 'error' : 'warning'} isAlert>
      <p>{trouble.text}</p>
      {file && trouble.kind !== 'refused' && (
        <SecondaryActionButton disabled={isBusy} onClick={() => void again()}>
          Probeer opnieuw
        </SecondaryActionButton>
      )}
    </Notice>
  );
}

/** What the file would change, and the button that does it. */
function Rehearsed({ upload }: { readonly upload: Upload }): ReactNode {
  const { rehearsed, isBusy, publish } = upload;
  if (!rehearsed) return null;
  const { faults, summary } = rehearsed;
  const taken = summary.accepted + summary.unchanged;
  return (
    <section aria-labelledby="voorbeeld">
      <h2 className="utrecht-heading-2" id="voorbeeld">
        Dit gebeurt er als u publiceert
      </h2>
      <Told text={summaryText(rehearsed)} />
      <Preview file={rehearsed} />
      {taken > 0 && summary.isComplete && (
        <p className="buttons">
          <PrimaryActionButton disabled={isBusy} onClick={() => void publish()}>
            {faults.length === 0 ? 'Publiceren' : publishRest(taken)}
          </PrimaryActionButton>
        </p>
      )}
    </section>
  );
}

function publishRest(rows: number): string {
  return rows === 1 ? 'Publiceer alleen de goede regel' : `Publiceer alleen de ${rows} goede regels`;
}

/** What the file did. */
function Published({ upload: { published } }: { readonly upload: Upload }): ReactNode {
  if (!published) return null;
  return (
    <section aria-labelledby="gepubliceerd">
      <h2 className="utrecht-heading-2" id="gepubliceerd">
        Gepubliceerd
      </h2>
      <Told text={summaryText(published)} />
      <Preview file={published} />
      <p>
        <a className="utrecht-link" href={placeOf(['aanbieder'])}>
          Bekijk uw cijfers
        </a>
      </p>
    </section>
  );
}
