import { createContext, use, useEffect, useState, type ReactNode } from 'react';

type Say = (text: string) => void;

const SayContext = createContext<Say>(() => undefined);

/** The one place from which things are said to who does not see them change. It stays as long as the page: what appears together with its text is not heard. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [text, setText] = useState('');
  return (
    <SayContext value={setText}>
      {children}
      <p className="unseen" role="status">
        {text}
      </p>
    </SayContext>
  );
}

/** Says something once. */
export function useSay(): Say {
  return use(SayContext);
}

/** Says a text, and again when it changes; nothing while it is empty. */
export function useSaid(text: string): void {
  const say = useSay();
  useEffect(() => {
    if (text !== '') say(text);
  }, [say, text]);
}
