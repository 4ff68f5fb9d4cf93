import { InvalidRequest } from '../platform/problems/problem.js';

/** Where a question stands in an order: after whatever is greater. */
export interface ListPlace {
  /** Millionths of wrong answers; −1 for too few answers, 0 where it does not decide. */
  share: number;
  /** Answers, where they decide. */
  weight: number;
  versionId: string;
}

const EXCERPT = 220;
const PLACE = /^(-1|\d{1,7})\.(\d{1,10})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const MOST = 2 ** 31;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

export const placeOf = ({ share, weight, versionId }: ListPlace): string => `${share}.${weight}.${versionId}`;

/** The place that a cursor names; null without one. @throws Problem invalid-request */
export function placeIn(cursor: string | undefined): ListPlace | null {
  if (cursor === undefined) return null;
  const [, share = '', weight = '', versionId = ''] = PLACE.exec(cursor) ?? [];
  if (versionId === '' || Number(weight) >= MOST) throw InvalidRequest();
  return { share: Number(share), weight: Number(weight), versionId };
}

/** The beginning of a sanitised text without its markup, at most 220 characters, cut between words. */
export function excerptOf(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT - 40))}…`;
}
