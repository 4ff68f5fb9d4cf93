import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  /** Header fields, unfolded, in order. */
  headers: [name: string, value: string][];
  /** The whole mail as it came over the wire. */
  raw: string;
}

/** A mail server on this machine that keeps what it gets, and can be told to refuse. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Answers in place of acceptance, as `550 5.1.1 no such user <…>`. */
  refuse: { recipient?: number; content?: number } = {};

  /** `never`: what was taken is kept, and whoever sent it does not hear of it. */
  answers: 'at-once' | 'never' = 'at-once';

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
      onRcptTo: ({ address }, _session, done) => done(answer(mailServer.refuse.recipient, address)),
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address);
          const refusal = answer(mailServer.refuse.content, to.join());
          if (!refusal) mailServer.mails.push(parse(to, Buffer.concat(chunks).toString('utf8')));
          if (mailServer.answers === 'at-once') done(refusal);
        });
      },
    });
    const mailServer = new MailServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mailServer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function answer(responseCode: number | undefined, address: string): Error | null {
  return responseCode === undefined ? null : Object.assign(new Error(`no such user <${address}>`), { responseCode });
}

function parse(to: string[], raw: string): ReceivedMail {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const headers = head.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { to, headers, raw };
}

/** The value of the only header field of this name; null when there is none. @throws Error when there are several */
export function headerOf(mail: ReceivedMail, name: string): string | null {
  const found = mail.headers.filter(([field]) => field.toLowerCase() === name.toLowerCase());
  if (found.length > 1) throw new Error(`Several ${name} headers`);
  return found[0]?.[1] ?? null;
}

/** Bodies and encoded words in plain letters, for looking for words in them. */
export function plainOf({ raw }: ReceivedMail): string {
  const bytes = (text: string, escape: RegExp) =>
    Buffer.from(
      text.replace(escape, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    );
  const words = raw
    .replace(/\?=\r\n =\?/g, '?= =?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=\s*/gi, (_w, kind: string, text: string) => {
      if (kind.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString('utf8');
      return bytes(text.replaceAll('_', ' '), /=([\dA-F]{2})/g).toString('utf8');
    });
  return words
    .split(/\r\n--/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      if (/transfer-encoding: base64/i.test(head)) return `${head}\n${Buffer.from(body, 'base64').toString('utf8')}`;
      if (/transfer-encoding: quoted-printable/i.test(head))
        return `${head}\n${bytes(body.replace(/=\r\n/g, ''), /=([\dA-F]{2})/g).toString('utf8')}`;
      return part;
    })
    .join('\n');
}
