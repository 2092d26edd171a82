import type { ReactNode } from 'react';
import { useSession } from '../hub/session.js';
import { placeOf } from '../page/route.js';
import { Title } from '../parts/title.js';
import { AskPage } from './ask/ask-page.js';
import { DuoPage } from './duo/duo-page.js';
import { FindPage } from './find/find-page.js';
import { GuidePage } from './guide/guide-page.js';

interface Entry {
  /** The part of its address behind that of the network; the first is there without. */
  readonly part: string;
  readonly word: string;
  /** Who finds it here; everybody of this place without. */
  readonly role?: string;
}

const entries: readonly Entry[] = [
  { part: '', word: 'Wie kan helpen' },
  { part: 'duo', word: 'Duo plannen', role: 'care-broker' },
  { part: 'vraag', word: 'Vraag het netwerk' },
  { part: 'wegwijzer', word: 'Wegwijzer' },
];

interface NetworkPageProps {
  readonly part: string | undefined;
  readonly id: string | undefined;
}

/** The people of the region: who can help, a duo for a family, a question to the network, and whom to go to. */
export function NetworkPage({ part = '', id }: NetworkPageProps): ReactNode {
  const { person } = useSession();
  const own = entries.filter(({ role }) => role === undefined || person.roles.includes(role));
  return (
    <>
      <nav className="network-menu screen-only" aria-label="Netwerk">
        <ul>
          {own.map((entry) => (
            <li key={entry.part}>
              <a
                href={placeOf(['netwerk', entry.part].filter(Boolean))}
                aria-current={entry.part === part ? 'page' : undefined}
              >
                {entry.word}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {own.some((entry) => entry.part === part) ? (
        <Shown part={part} id={id} />
      ) : (
        <Title>Deze pagina bestaat niet</Title>
      )}
    </>
  );
}

function Shown({ part, id }: { readonly part: string; readonly id: string | undefined }): ReactNode {
  if (part === 'duo') return <DuoPage caseId={id} />;
  if (part === 'vraag') return <AskPage />;
  return part === 'wegwijzer' ? <GuidePage /> : <FindPage />;
}
