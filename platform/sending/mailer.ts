import { createTransport } from 'nodemailer';

export interface MailSettings {
  /** Address of the mail server, such as `smtps://user:password@mail.example:465`. */
  readonly smtpUrl: string;
  /** Sender of every mail. */
  readonly from: string;
}

export interface MailMessage {
  /** The same for every attempt: a receiver that gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Whether a mail went out; REFUSED when another attempt would not help. */
export type MailOutcome = 'SENT' | 'REFUSED' | 'FAILED';

export interface Mailer {
  send(message: MailMessage): Promise<MailOutcome>;
}

const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 };

/** Sends plain text through a mail server, on a connection for each mail. */
export function smtpMailer({ smtpUrl, from }: MailSettings): Mailer {
  const transport = createTransport(
    { url: smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true },
    { from },
  );
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return 'SENT';
      } catch (error) {
        const { responseCode = 0 } = error as { responseCode?: number };
        return responseCode >= 500 ? 'REFUSED' : 'FAILED';
      }
    },
  };
}
