import { SubtleButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { hubAddress } from '../hub/place.js';
import { useSession } from '../hub/session.js';
import { CalledBack } from '../network/called-back/called-back.js';
import { Notice } from '../parts/telling/notice.js';
import { NotLive } from '../parts/telling/not-live.js';
import { roleWords } from '../parts/people-words.js';
import { Found } from '../saved/found.js';
import { Foot } from './foot.js';
import type { MenuEntry } from './menu.js';
import { placeOf } from './route.js';

interface FrameProps {
  readonly menu: readonly MenuEntry[];
  readonly place: string;
  readonly children: ReactNode;
}

/** What stands around every place: the way past the menu, the menu, who is signed in. */
export function Frame({ menu, place, children }: FrameProps): ReactNode {
  const { person, signOut } = useSession();
  const [isStillIn, setStillIn] = useState(false);
  const role = person.roles.map((one) => roleWords[one] ?? one).join(', ');
  return (
    <>
      <a
        className="skip"
        href="#inhoud"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('inhoud')?.focus();
        }}
      >
        Naar de inhoud
      </a>
      <header className="top">
        <p className="wordmark">Thuisbasis</p>
        {menu.length > 0 && <Menu menu={menu} place={place} />}
        {person.roles.includes('developer') && (
          <a className="utrecht-link" href={hubAddress('graphiql')}>
            GraphiQL
          </a>
        )}
        <p className="who">
          {role}
          {person.region !== null && <span className="region"> · {person.region}</span>}
        </p>
        <SubtleButton onClick={() => void signOut().then((isOut) => setStillIn(!isOut))}>Uitloggen</SubtleButton>
      </header>
      {isStillIn && (
        <Notice kind="error" isAlert>
          Uitloggen lukte niet: u bent nog ingelogd. Probeer het opnieuw.
        </Notice>
      )}
      <NotLive />
      {menu.some(({ part }) => part === 'bewaard') && <Found />}
      {menu.some(({ part }) => part === 'netwerk') && <CalledBack />}
      {children}
      <Foot />
    </>
  );
}

function Menu({ menu, place }: Omit<FrameProps, 'children'>): ReactNode {
  return (
    <nav aria-label="Hoofdmenu">
      <ul>
        {menu.map(({ part, word }) => (
          <li key={part}>
            <a href={placeOf([part])} aria-current={part === place ? 'page' : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
