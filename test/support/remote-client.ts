import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Answer } from './http-client.js';

export interface Sending {
  /** Text and bytes go as they are, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** No answer, or only a part of one: the client cannot know whether the server did what it asked. */
export class ConnectionLostError extends Error {}

/**
 * A browser's side of real HTTP: keeps cookies, speaks JSON, one connection per request. The path goes out exactly as
 * given, without the tidying that URL objects do.
 */
export class RemoteClient {
  /** Everything the server ever said to this client. */
  readonly heard: string[] = [];
  /** Method, path and status of every answer. */
  readonly log: { method: string; path: string; status: number }[] = [];

  /** @param cookies shared between clients that are one browser, such as behind a load balancer */
  constructor(
    readonly base: string,
    private readonly cookies = new Map<string, string>(),
  ) {}

  /** The same browser, talking to another process. */
  at(base: string): RemoteClient {
    return new RemoteClient(base, this.cookies);
  }

  /** Another tab's view of the cookies, which does not hear of changes. */
  copyOfCookies(): Map<string, string> {
    return new Map(this.cookies);
  }

  /** @throws ConnectionLostError */
  async send<T = never>(method: string, path: string, { body, headers = {} }: Sending = {}): Promise<Answer<T>> {
    const bytes = toBytes(body);
    const { hostname, port } = new URL(this.base);
    const answer = await new Promise<IncomingMessage & { bytes: Buffer }>((done, fail) => {
      const lost = (error: Error) => fail(new ConnectionLostError(error.message, { cause: error }));
      const outgoing = httpRequest({
        method,
        path,
        hostname,
        port,
        agent: false,
        headers: {
          ...(bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {}),
          ...(this.cookies.size > 0 ? { cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
          ...headers,
        },
      });
      outgoing.once('error', lost);
      outgoing.once('response', (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.once('error', lost);
        incoming.once('end', () => done(Object.assign(incoming, { bytes: Buffer.concat(parts) })));
      });
      outgoing.end(bytes);
    });
    for (const cookie of answer.headers['set-cookie'] ?? []) this.keep(cookie);
    this.log.push({ method, path, status: answer.statusCode ?? 0 });
    return this.toAnswer<T>(answer);
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  private toAnswer<T>(answer: IncomingMessage & { bytes: Buffer }): Answer<T> {
    const text = answer.bytes.toString('utf8');
    this.heard.push(text);
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      body: (json && text !== '' ? JSON.parse(text) : text) as T,
      text,
    };
  }

  get<T = never>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('GET', path, { headers });
  }

  post<T = never>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('POST', path, { body, headers });
  }

  put<T = never>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('PUT', path, { body, headers });
  }

  /** @throws Error when the sign-in is refused */
  async signIn(name: string, password = 'congdoan2026'): Promise<this> {
    const answer = await this.post('/api/v1/session', { name, password });
    if (answer.status !== 201) throw new Error(`Sign-in of ${name} answered ${answer.status}: ${answer.text}`);
    return this;
  }
}

function toBytes(body: unknown): Buffer | undefined {
  if (body === undefined) return undefined;
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
