import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answer<T = never> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  /** The parsed JSON body; the text when it is not JSON. */
  body: T;
  text: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A browser's side of HTTP against the application in this process: keeps cookies, speaks JSON. */
export class HttpClient {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly app: NestFastifyApplication) {}

  /** Puts a cookie in, as an earlier answer would have. */
  keep(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  async send<T = never>(
    method: Method,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.app.inject({
      method,
      url,
      headers: {
        ...(this.cookies.size > 0 ? { cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const json = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (json && response.body !== '' ? JSON.parse(response.body) : response.body) as T,
      text: response.body,
    };
  }

  get<T = never>(url: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('GET', url, undefined, headers);
  }

  post<T = never>(url: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('POST', url, body, headers);
  }

  put<T = never>(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('PUT', url, body, headers);
  }

  /** @throws Error when the sign-in is refused */
  async signIn(name: string, password: string): Promise<void> {
    const answer = await this.post('/api/v1/session', { name, password });
    if (answer.status !== 201) throw new Error(`Sign-in of ${name} answered ${answer.status}: ${answer.text}`);
  }
}
