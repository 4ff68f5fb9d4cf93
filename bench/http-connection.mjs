// A small HTTP/1.1 client on a kept-alive connection, one request at a time. The load client shares two cores with what
// it measures, and fetch() costs as much CPU per request as the server does.
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** One kept-alive connection; opens again by itself when the server closed it. */
export class HttpConnection {
  constructor({ host = '127.0.0.1', port }) {
    this.address = { host, port };
    this.authority = `${host}:${port}`;
    this.socket = null;
    this.pending = null;
  }

  /**
   * Sends one request and waits for its answer.
   * @param headers lines such as `cookie: a=b`
   * @returns {Promise<{status: number, head: string, body: Buffer}>}
   */
  request(method, path, { headers = [], body } = {}) {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const lines = [`${method} ${path} HTTP/1.1`, `host: ${this.authority}`, ...headers];
    if (json !== undefined) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(json)}`);
    else if (method !== 'GET') lines.push('content-length: 0');
    const text = `${lines.join('\r\n')}\r\n\r\n${json ?? ''}`;
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject, received: null };
      this.open().write(text);
    });
  }

  open() {
    if (this.socket) return this.socket;
    const socket = connect({ ...this.address, noDelay: true });
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', (error) => this.lose(error));
    socket.on('close', () => this.lose(new Error('The server closed the connection')));
    this.socket = socket;
    return socket;
  }

  receive(chunk) {
    const { pending } = this;
    if (!pending) return;
    pending.received = pending.received ? Buffer.concat([pending.received, chunk]) : chunk;
    const answer = readAnswer(pending.received);
    if (!answer) return;
    this.pending = null;
    pending.resolve(answer);
  }

  lose(error) {
    this.socket?.destroy();
    this.socket = null;
    this.pending?.reject(error);
    this.pending = null;
  }

  close() {
    this.socket?.removeAllListeners('close');
    this.socket?.end();
    this.socket = null;
  }
}

/** The answer, or null while parts of it are missing. */
function readAnswer(bytes) {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const status = Number(head.slice(9, 12));
  const start = headEnd + 4;
  if (status === 204 || status === 304) return { status, head, body: Buffer.alloc(0) };
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const end = start + Number(length);
    return bytes.length < end ? null : { status, head, body: bytes.subarray(start, end) };
  }
  const body = readChunks(bytes, start);
  return body && { status, head, body };
}

/** The body of `transfer-encoding: chunked`, or null while parts of it are missing. */
function readChunks(bytes, start) {
  const chunks = [];
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (bytes.length < end + 2) return null;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}
