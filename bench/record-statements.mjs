// Loaded before the server with `node --import`: writes down every SQL statement of every request that the benchmark
// sends, as it goes to PostgreSQL, into RECORD_FILE when the process ends. A request is known by its traceparent.
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { writeFileSync } from 'node:fs';
import { Server } from 'node:http';
import pg from 'pg';
import utils from 'pg/lib/utils.js';

const { RECORD_FILE } = process.env;
const TRACEPARENT = /^00-([\da-f]{32})-/;

const requests = new AsyncLocalStorage();
const connections = new WeakMap();
let connectionCount = 0;
/** Texts by number: each is written once. */
const texts = new Map();
/** One line per statement: [operation, connection, text, values], in the order in which they were sent. */
const statements = [];

const { emit } = Server.prototype;
Server.prototype.emit = function (event, ...args) {
  const id = event === 'request' ? TRACEPARENT.exec(args[0].headers.traceparent ?? '')?.[1] : undefined;
  if (id === undefined) return emit.call(this, event, ...args);
  const context = { id, answered: false };
  args[1].once('finish', () => (context.answered = true));
  return requests.run(context, () => emit.call(this, event, ...args));
};

// A request that waits for a connection is woken by whoever gives one back; its statement is its own nevertheless.
const { connect } = pg.Pool.prototype;
pg.Pool.prototype.connect = function (callback) {
  return connect.call(this, callback && AsyncResource.bind(callback));
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (config, values, callback) {
  const context = requests.getStore();
  // What is left to do after the answer (waking the queue) does not belong to the request.
  if (context && !context.answered) note(this, context.id, config, values);
  return query.call(this, config, values, callback);
};

function note(client, id, config, values) {
  const { text, name, values: own } = typeof config === 'string' ? { text: config } : config;
  if (typeof text !== 'string') throw new Error('A statement of an unknown kind cannot be recorded');
  if (!connections.has(client)) connections.set(client, (connectionCount += 1));
  const sent = own ?? (Array.isArray(values) ? values : []);
  statements.push([id, connections.get(client), numberOf(text, name), sent.map(plain)]);
}

function numberOf(text, name) {
  const key = `${name ?? ''}\n${text}`;
  if (!texts.has(key)) texts.set(key, { number: texts.size, text, name });
  return texts.get(key).number;
}

/** A value as pg sends it: text, bytes or null. */
function plain(value) {
  const sent = utils.prepareValue(value);
  return Buffer.isBuffer(sent) ? { base64: sent.toString('base64') } : sent;
}

process.on('exit', () => {
  writeFileSync(RECORD_FILE, JSON.stringify({ texts: [...texts.values()], statements }));
});
