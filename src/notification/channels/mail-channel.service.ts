import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../../platform/config/config.js';
import { MessageChannel, MessageNotSent, MessageRefused, type OutgoingMessage } from './message-channel.js';

const SENDER = { vi: 'Kỹ năng Công đoàn', en: 'Union Skills' };

/** Together shorter than a claim on a delivery lasts (CLAIM_MS): a server that hangs lets nobody send twice. */
const TIMEOUTS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** What nodemailer tells about a failure. Its message and response quote the address and are read by nobody. */
interface MailFault {
  code?: string;
  command?: string;
  responseCode?: number;
}

@Injectable()
export class MailChannel extends MessageChannel implements OnApplicationShutdown {
  private transporter: Transporter | undefined;

  constructor(private readonly config: Config) {
    super();
  }

  /**
   * Sends one mail. The Message-ID comes from the message's id, so a mail sent twice has it twice and mailboxes fold it.
   * @throws MessageRefused for a 5xx answer to the recipient or to the content; MessageNotSent for everything else: no
   *   connection, 4xx, and 5xx answers to our own sign-in or sender, which the operator mends
   */
  async send({ id, to, locale, subject, text, html }: OutgoingMessage): Promise<void> {
    const from = this.config.MAIL_FROM ?? '';
    try {
      await this.open().sendMail({
        from: { name: SENDER[locale], address: from },
        to: { name: '', address: to },
        messageId: `<${id}@${from.split('@').at(-1) ?? 'localhost'}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
        ...{ subject, text, html },
      });
    } catch (error) {
      throw outcomeOf(error as MailFault);
    }
  }

  private open(): Transporter {
    this.transporter ??= createTransport({
      ...{ url: this.config.MAIL_URL, pool: true, maxConnections: 2, ...TIMEOUTS },
      // Tries are counted in the database; a second one in here could send twice unseen.
      ...{ maxRequeues: 0, disableFileAccess: true, disableUrlAccess: true, logger: false },
    });
    return this.transporter;
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}

function outcomeOf({ code, command, responseCode }: MailFault): Error {
  const reason = [code ?? 'unknown', command?.split(' ')[0], responseCode].filter(Boolean).join(' ');
  const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode !== 503;
  if (isFinal && command === 'RCPT TO') return new MessageRefused(reason, true);
  if (isFinal && command === 'DATA') return new MessageRefused(reason, false);
  return new MessageNotSent(reason);
}
