import type { FieldFault, Text } from '../../platform/problems/problem.js';

/** Most items of one batch: 500 of them are about 200 kB. */
export const MAX_ITEMS = 500;

interface Envelope {
  /** UUID in lower case, made by the device; remembered for good. */
  id: string;
  /** The device's word. */
  occurredAt: Date;
  deviceId: string;
}

export type AnswerItem = Envelope & { kind: 'answer'; attemptId: string; questionId: string; response: unknown };
export type SubmitAttemptItem = Envelope & { kind: 'submit-attempt'; attemptId: string };
export type ProgressItem = Envelope & {
  kind: 'progress';
  enrolmentId: string;
  lessonId: string;
  done: boolean;
  position: number;
};
/** A scenario played to an ending. */
export type ScenarioItem = Envelope & {
  kind: 'scenario';
  enrolmentId: string;
  lessonId: string;
  /** Index of each choice among those offered. */
  choices: number[];
};
export type HeartbeatItem = Envelope & { kind: 'heartbeat'; classSessionId: string; from: Date; to: Date };
export type CheckInItem = Envelope & {
  kind: 'check-in';
  /** Either the content of the QR code … */
  token?: string;
  /** … or the session and its six digits. */
  classSessionId?: string;
  sixDigits?: string;
};

/** One thing a device reports. */
export type SyncItem = AnswerItem | SubmitAttemptItem | ProgressItem | ScenarioItem | HeartbeatItem | CheckInItem;

export type SyncKind = SyncItem['kind'];

type Fields = Record<string, unknown>;
type Payload<T extends Envelope> = Omit<T, keyof Envelope>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const TOKEN_LENGTH = 200;
const DIGITS_LENGTH = 20;
const DEVICE_LENGTH = 100;
/** A story is over long before. */
const MAX_CHOICES = 100;
const MAX_OFFERED = 20;
const UNPRINTABLE = /\p{Control}|\p{Surrogate}/u;

const FAULTS = {
  object: { vi: 'phải là một đối tượng', en: 'must be an object' },
  id: { vi: 'phải là một mã định danh hợp lệ', en: 'must be a valid id' },
  kind: { vi: 'không phải loại mục được biết đến', en: 'is not a known kind of item' },
  instant: { vi: 'phải là thời điểm theo ISO 8601 có múi giờ', en: 'must be an ISO 8601 date and time with its zone' },
  text: { vi: 'phải là chữ, không để trống và không quá dài', en: 'must be text, neither empty nor too long' },
  flag: { vi: 'phải là đúng hoặc sai', en: 'must be true or false' },
  choices: { vi: 'phải là danh sách các lựa chọn', en: 'must be a list of choices' },
  share: { vi: 'phải là số từ 0 đến 1', en: 'must be a number from 0 to 1' },
} satisfies Record<string, Text>;

/** Reads fields one by one and notes every one that is wrong. */
class FieldReader {
  readonly faults: FieldFault[] = [];

  constructor(
    private readonly fields: Fields,
    private readonly pointer: string,
  ) {}

  id(name: string): string {
    const value = this.fields[name];
    return typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : this.refuse(name, 'id', '');
  }

  instant(name: string): Date {
    return readInstant(this.fields[name]) ?? this.refuse(name, 'instant', new Date(0));
  }

  text(name: string, longest: number): string {
    const value = this.fields[name];
    const isText = typeof value === 'string' && value !== '' && value.length <= longest && !UNPRINTABLE.test(value);
    return isText ? value : this.refuse(name, 'text', '');
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    return typeof value === 'boolean' ? value : this.refuse(name, 'flag', false);
  }

  share(name: string): number {
    const value = this.fields[name];
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : this.refuse(name, 'share', 0);
  }

  choices(name: string): number[] {
    const value = this.fields[name];
    const isChoice = (each: unknown) =>
      Number.isInteger(each) && (each as number) >= 0 && (each as number) < MAX_OFFERED;
    const isList = Array.isArray(value) && value.length <= MAX_CHOICES && value.every(isChoice);
    return isList ? (value as number[]) : this.refuse(name, 'choices', []);
  }

  refuse<T>(name: string, fault: keyof typeof FAULTS, instead: T): T {
    this.faults.push({ pointer: `${this.pointer}/${name}`, detail: FAULTS[fault] });
    return instead;
  }
}

/** What each kind carries. Payloads of the last year's releases must stay readable; unknown fields are left alone. */
const PAYLOADS = new Map<unknown, (payload: FieldReader, fields: Fields) => Payload<SyncItem>>([
  [
    'answer',
    (payload, { response }): Payload<AnswerItem> => ({
      kind: 'answer',
      attemptId: payload.id('attemptId'),
      questionId: payload.id('questionId'),
      response,
    }),
  ],
  [
    'submit-attempt',
    (payload): Payload<SubmitAttemptItem> => ({ kind: 'submit-attempt', attemptId: payload.id('attemptId') }),
  ],
  [
    'progress',
    (payload): Payload<ProgressItem> => ({
      kind: 'progress',
      enrolmentId: payload.id('enrolmentId'),
      lessonId: payload.id('lessonId'),
      done: payload.flag('done'),
      position: payload.share('position'),
    }),
  ],
  [
    'scenario',
    (payload): Payload<ScenarioItem> => ({
      kind: 'scenario',
      enrolmentId: payload.id('enrolmentId'),
      lessonId: payload.id('lessonId'),
      choices: payload.choices('choices'),
    }),
  ],
  [
    'heartbeat',
    (payload): Payload<HeartbeatItem> => ({
      kind: 'heartbeat',
      classSessionId: payload.id('classSessionId'),
      from: payload.instant('from'),
      to: payload.instant('to'),
    }),
  ],
  [
    'check-in',
    (payload, fields): Payload<CheckInItem> =>
      fields['token'] !== undefined
        ? { kind: 'check-in', token: payload.text('token', TOKEN_LENGTH) }
        : {
            kind: 'check-in',
            classSessionId: payload.id('classSessionId'),
            sixDigits: payload.text('sixDigits', DIGITS_LENGTH),
          },
  ],
]);

/**
 * One item of a batch as a device sent it.
 *
 * @param pointer JSON pointer of the item in the request body
 * @returns the item, or every fault of its envelope and payload
 */
export function readSyncItem(sent: unknown, pointer: string): { item: SyncItem } | { faults: FieldFault[] } {
  if (!isObject(sent)) return { faults: [{ pointer, detail: FAULTS.object }] };
  const envelope = new FieldReader(sent, pointer);
  const head = {
    id: envelope.id('id'),
    occurredAt: envelope.instant('occurredAt'),
    deviceId: envelope.text('deviceId', DEVICE_LENGTH),
  };
  const read = PAYLOADS.get(sent['kind']);
  if (!read) envelope.refuse('kind', 'kind', null);
  const fields = sent['payload'];
  if (!isObject(fields)) envelope.refuse('payload', 'object', null);
  if (!read || !isObject(fields)) return { faults: envelope.faults };
  const payload = new FieldReader(fields, `${pointer}/payload`);
  const content = read(payload, fields);
  const faults = [...envelope.faults, ...payload.faults];
  return faults.length > 0 ? { faults } : { item: { ...head, ...content } as SyncItem };
}

/** An instant with its zone; null when it is none, also for a day that no calendar has. */
export function readInstant(value: unknown): Date | null {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Fields that run over into the next day or month come back changed.
  const isReal = year > 99 && local.toISOString().slice(0, 19) === match[0].slice(0, 19);
  const instant = new Date(match[0]);
  return isReal && !Number.isNaN(instant.getTime()) ? instant : null;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Items that are applied together in one transaction. */
export interface SyncGroup {
  kind: SyncKind;
  items: SyncItem[];
}

/** Submissions come last: whatever the order of a batch, no answer in it is too late for a submission beside it. */
const ORDER: SyncKind[] = ['progress', 'scenario', 'answer', 'check-in', 'heartbeat', 'submit-attempt'];

/**
 * Items by kind and by what they are about. All kinds but submissions commute, so that the outcome of a batch does not
 * depend on the order of its items.
 */
export function groupItems(items: readonly SyncItem[]): SyncGroup[] {
  const groups = new Map<string, SyncGroup>();
  for (const item of items) {
    const key = `${item.kind} ${subjectOf(item)}`;
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { kind: item.kind, items: [item] });
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function subjectOf(item: SyncItem): string {
  switch (item.kind) {
    case 'answer':
    case 'submit-attempt':
      return item.attemptId;
    case 'progress':
      return item.enrolmentId;
    case 'heartbeat':
      return item.classSessionId;
    case 'check-in':
    case 'scenario':
      return item.id;
  }
}
