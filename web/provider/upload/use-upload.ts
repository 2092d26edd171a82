import { useState } from 'react';
import { sendFile } from '../../hub/files.js';
import { useSession } from '../../hub/session.js';
import { readAnswer, type ReadFile } from './upload.js';

/** A file as it was when it was chosen: what is published is what was looked at. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  /** Sent twice it is taken once. */
  readonly idempotencyKey: string;
}

export interface Trouble {
  /** `refused` is for the file to be mended, the others for the same file to be sent again. */
  readonly kind: 'refused' | 'lapsed' | 'lost';
  readonly text: string;
}

const troubleTexts = {
  lapsed: 'Log eerst opnieuw in, en probeer het dan nog een keer. Uw bestand staat nog klaar.',
  lost: 'Thuisbasis is niet bereikbaar. Uw bestand staat nog klaar. Kijk of u verbinding hebt.',
  uncertain: 'Het is niet zeker of dit gelukt is. Doe het nog een keer: dan gebeurt het niet dubbel.',
} as const;

/** A file on its way: chosen, rehearsed, published. */
export function useUpload() {
  const { lapse } = useSession();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [rehearsed, setRehearsed] = useState<ReadFile | null>(null);
  const [published, setPublished] = useState<ReadFile | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);

  const send = async (chosen: ChosenFile, isRehearsal: boolean): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const key = isRehearsal ? null : chosen.idempotencyKey;
    const answer = await sendFile(`import?isRehearsal=${String(isRehearsal)}`, chosen.bytes, key);
    const read = answer.kind === 'ok' ? readAnswer(answer.content) : null;
    setBusy(false);
    if (answer.kind === 'lapsed') lapse();
    if (answer.kind === 'refused') setTrouble({ kind: 'refused', text: answer.message });
    else if (!read) setTrouble(troubleOf(answer.kind === 'lapsed', isRehearsal));
    else if ('broken' in read) setTrouble({ kind: 'refused', text: read.broken });
    else if (isRehearsal) setRehearsed(read);
    else setPublished(read);
  };
  const choose = async (from: File): Promise<void> => {
    setRehearsed(null);
    setPublished(null);
    const bytes = await from.arrayBuffer().catch(() => null);
    if (!bytes) {
      setTrouble({
        kind: 'refused',
        text: 'Dit bestand is niet te lezen. Sluit het in Excel en kies het opnieuw.',
      });
      return;
    }
    const chosen = { name: from.name, bytes, idempotencyKey: `bestand-${crypto.randomUUID()}` };
    setFile(chosen);
    await send(chosen, true);
  };
  return {
    ...{ file, rehearsed, published, trouble, isBusy, choose },
    publish: () => (file ? send(file, false) : Promise.resolve()),
    /** The same file once more, in earnest where it was looked at already. */
    again: () => (file ? send(file, rehearsed === null) : Promise.resolve()),
  };
}

export type Upload = ReturnType<typeof useUpload>;

function troubleOf(isLapsed: boolean, isRehearsal: boolean): Trouble {
  if (isLapsed) return { kind: 'lapsed', text: troubleTexts.lapsed };
  return { kind: 'lost', text: isRehearsal ? troubleTexts.lost : troubleTexts.uncertain };
}
