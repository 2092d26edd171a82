import { useEffect, type ReactNode } from 'react';

interface TitleProps {
  readonly children: string;
  readonly id?: string;
}

/** The heading of a place, which is the title of its tab as well. */
export function Title({ children, id }: TitleProps): ReactNode {
  useEffect(() => {
    document.title = `${children} – Thuisbasis`;
  }, [children]);
  return (
    <h1 className="utrecht-heading-1" id={id}>
      {children}
    </h1>
  );
}
