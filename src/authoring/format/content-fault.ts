import type { Text } from '../../platform/problems/problem.js';

/** One fault of a content file, such that the lecturer who wrote it can mend it. */
export interface ContentFault {
  /** Path within content/. */
  file: string;
  /** From 1; null where the fault is the whole file. */
  line: number | null;
  message: Text;
  /** Nothing can be read of it at all: what nobody writes at the desk, such as broken YAML. */
  isUnreadable?: true;
}

export function faultLine({ file, line, message }: ContentFault): string {
  return `${file}${line === null ? '' : `:${line}`}: ${message.vi}`;
}
