// A browser without a screen: keeps its cookies, sends JSON, follows no redirect.
export class Browser {
  constructor(base) {
    this.base = base;
    this.cookies = new Map();
    /** Every body it was sent, for what must never be sent. */
    this.heard = [];
  }

  get(path, headers) {
    return this.send('GET', path, { headers });
  }

  post(path, body, headers) {
    return this.send('POST', path, { body, headers });
  }

  put(path, body) {
    return this.send('PUT', path, { body });
  }

  /** @returns status, headers, the body as text and, when it is JSON, parsed */
  async send(method, path, { body, headers = {} } = {}) {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.base}${path}`, {
      method,
      headers: { ...json, ...(cookie ? { cookie } : {}), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    this.keepCookies(answer.headers.getSetCookie());
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    this.heard.push(text);
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const what = `${method} ${path}`;
    return {
      what,
      status: answer.status,
      headers: answer.headers,
      bytes,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  }

  keepCookies(lines) {
    for (const line of lines) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      if (value === '' || /;\s*max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
