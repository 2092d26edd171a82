import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  /** The mail as it was sent, headers and all. */
  readonly source: string;
}

/** A real mail server on this machine. */
export interface MailServer {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** The code with which it answers the next mails: 250 takes them. */
  answerWith(code: number): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let answer = 250;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      void text(stream).then((source) => {
        if (answer !== 250) {
          done(Object.assign(new Error('not taken'), { responseCode: answer }));
          return;
        }
        received.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, source })));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    received,
    answerWith(code) {
      answer = code;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
