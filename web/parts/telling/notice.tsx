import type { ReactNode } from 'react';

interface NoticeProps {
  readonly kind: 'info' | 'warning' | 'error' | 'ok';
  /** Whether it is said at once, to who does not see it appear. */
  readonly isAlert?: boolean;
  readonly children: ReactNode;
}

/** Something that somebody must know. */
export function Notice({ kind, isAlert = false, children }: NoticeProps): ReactNode {
  return (
    <div className={`utrecht-alert utrecht-alert--${kind}`} role={isAlert ? 'alert' : undefined}>
      <div className="utrecht-alert__content">{children}</div>
    </div>
  );
}
