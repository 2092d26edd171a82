import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { takeFile } from '../../hub/files.js';
import { useSession } from '../../hub/session.js';
import { Notice } from '../telling/notice.js';

interface TakeFileProps {
  /** Where the hub has it, with what is asked of it. */
  readonly path: string;
  /** Under which name it is kept. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A button that takes a file from the hub, and says so where that is not possible. */
export function TakeFile({ path, name, children }: TakeFileProps): ReactNode {
  const { lapse } = useSession();
  const [isTaking, setTaking] = useState(false);
  const [trouble, setTrouble] = useState('');
  const take = async (): Promise<void> => {
    setTaking(true);
    setTrouble('');
    const answer = await takeFile(path, name);
    setTaking(false);
    if (answer.kind === 'lapsed') lapse();
    if (answer.kind === 'refused') setTrouble(answer.message);
    if (answer.kind === 'lost')
      setTrouble('Thuisbasis is niet bereikbaar. Kijk of u verbinding hebt en probeer het opnieuw.');
  };
  return (
    <>
      <SecondaryActionButton className="screen-only" disabled={isTaking} onClick={() => void take()}>
        {children}
      </SecondaryActionButton>
      {trouble !== '' && (
        <Notice kind="error" isAlert>
          {trouble}
        </Notice>
      )}
    </>
  );
}
