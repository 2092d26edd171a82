import { useEffect, type ReactNode } from 'react';

interface TitleProps {
  readonly children: string;
  readonly id?: string;
}

/** The number of a case, such as FL-26-0042: a window that is narrow must not break it at a hyphen. */
const caseNumber = /([A-Z]{2,4}-\d{2}-\d+)/;

/** The heading of a place, which is the title of its tab as well. */
export function Title({ children, id }: TitleProps): ReactNode {
  useEffect(() => {
    document.title = `${children} – Thuisbasis`;
  }, [children]);
  return (
    <h1 className="utrecht-heading-1" id={id}>
      {children.split(caseNumber).map((part) =>
        caseNumber.test(part) ? (
          <span key={part} className="case-number">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </h1>
  );
}
