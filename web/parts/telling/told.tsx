import { useEffect, useRef, type ReactNode } from 'react';

/**
 * What came of the last step, where what it was taken with has gone from the page: it is read out, and the keyboard goes on from here. Nothing
 * while there is no text.
 */
export function Told({ text }: { readonly text: string }): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (text !== '') place.current?.focus();
  }, [text]);
  if (text === '') return null;
  return (
    <p className="done" tabIndex={-1} ref={place}>
      {text}
    </p>
  );
}
