import {
  IconAward,
  IconBook2,
  IconCalendar,
  IconChecklist,
  IconCircleCheck,
  IconCloudUpload,
  IconClipboardList,
  IconHistory,
  IconMessage2Check,
  IconPencil,
  IconPresentation,
  IconQrcode,
  IconScale,
  IconSearch,
  IconSitemap,
  IconUser,
  IconUserEdit,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { mayAuthor, mayGrade, mayKeepRegister, mayReadLawDesk, mayReadRecord } from '../api/session.js';
import type { Session } from '../api/types.js';

export type Audience = 'learn' | 'teach' | 'manage';

export interface Destination {
  href: string;
  /** Key in the catalogue under `nav`. */
  label:
    | 'learn'
    | 'schedule'
    | 'certificates'
    | 'me'
    | 'law'
    | 'lawDesk'
    | 'search'
    | 'checkIn'
    | 'sync'
    | 'teach'
    | 'write'
    | 'bank'
    | 'grade'
    | 'review'
    | 'classes'
    | 'register'
    | 'codes'
    | 'units'
    | 'people'
    | 'requests'
    | 'import'
    | 'record';
  icon: Icon;
  /** Also in the bar at the foot of a phone. */
  onPhone: boolean;
  /** Whether it is shown to this person; to everybody when absent. */
  isFor?(session: Session): boolean;
}

const SEARCH: Destination = { href: '/tim', label: 'search', icon: IconSearch, onPhone: false };
const LAW_DESK: Destination = {
  ...{ href: '/phap-luat/tac-dong', label: 'lawDesk', icon: IconScale, onPhone: false },
  isFor: mayReadLawDesk,
};
const ME: Destination = { href: '/toi', label: 'me', icon: IconUser, onPhone: true };

export const DESTINATIONS: Record<Audience, Destination[]> = {
  learn: [
    { href: '/hoc', label: 'learn', icon: IconBook2, onPhone: true },
    { href: '/lich', label: 'schedule', icon: IconCalendar, onPhone: true },
    { href: '/chung-chi', label: 'certificates', icon: IconAward, onPhone: true },
    { href: '/diem-danh', label: 'checkIn', icon: IconCircleCheck, onPhone: false },
    SEARCH,
    { href: '/phap-luat', label: 'law', icon: IconScale, onPhone: false },
    { href: '/dong-bo', label: 'sync', icon: IconCloudUpload, onPhone: false },
    ME,
  ],
  teach: [
    { href: '/day', label: 'teach', icon: IconPresentation, onPhone: true },
    { href: '/soan', label: 'write', icon: IconPencil, onPhone: true, isFor: mayAuthor },
    { href: '/ngan-hang', label: 'bank', icon: IconClipboardList, onPhone: false, isFor: mayAuthor },
    { href: '/cham-bai', label: 'grade', icon: IconChecklist, onPhone: true, isFor: mayGrade },
    { href: '/thong-qua', label: 'review', icon: IconMessage2Check, onPhone: true, isFor: mayAuthor },
    SEARCH,
    LAW_DESK,
    ME,
  ],
  manage: [
    { href: '/ql/lop', label: 'classes', icon: IconUsersGroup, onPhone: true },
    { href: '/ql/chung-chi', label: 'register', icon: IconClipboardList, onPhone: true },
    { href: '/ql/don-vi', label: 'units', icon: IconSitemap, onPhone: true },
    { href: '/ql/nguoi', label: 'people', icon: IconUsers, onPhone: false },
    { href: '/ql/yeu-cau', label: 'requests', icon: IconUserEdit, onPhone: false, isFor: mayKeepRegister },
    { href: '/ql/nhap', label: 'import', icon: IconCloudUpload, onPhone: false, isFor: mayKeepRegister },
    LAW_DESK,
    { href: '/ql/ma-dang-nhap', label: 'codes', icon: IconQrcode, onPhone: false },
    { href: '/ql/nhat-ky', label: 'record', icon: IconHistory, onPhone: false, isFor: mayReadRecord },
    ME,
  ],
};

export const isOffered = (to: Destination, session: Session): boolean => to.isFor?.(session) ?? true;

export const HOMES: Record<Audience, string> = { learn: '/hoc', teach: '/day', manage: '/ql/lop' };

/** Screens that belong to a place in the navigation without being under its address. */
const WITHIN: Record<string, string> = {
  '/khoa-hoc': '/hoc',
  '/bai': '/hoc',
  '/kiem-tra': '/hoc',
  '/ket-qua': '/hoc',
  '/buoi': '/lich',
};

export function isAt(path: string, destination: Destination): boolean {
  const first = `/${path.split('/')[1] ?? ''}`;
  const place = WITHIN[first] ?? path;
  return place === destination.href || place.startsWith(`${destination.href}/`);
}

/** Which side of the application an address belongs to; null for those that all sides share. */
export function audienceOf(path: string): Audience | null {
  if (/^\/(day|soan|ngan-hang|cham-bai|thong-qua)(\/|$)/.test(path)) return 'teach';
  if (/^\/ql(\/|$)/.test(path)) return 'manage';
  if (/^\/(toi|tim|phap-luat\/tac-dong|dang-nhap|ma-dang-nhap|quen-mat-khau)(\/|$)/.test(path)) return null;
  return 'learn';
}

/** Everybody learns; some also teach or manage. */
export function audiencesOf(session: Session): Audience[] {
  const { can } = session;
  return [
    'learn',
    ...(can.teach || mayAuthor(session) ? (['teach'] as const) : []),
    ...(can.manage ? (['manage'] as const) : []),
  ];
}

const DESK_ROLES = ['school-officer', 'federation-officer', 'administrator'];

/** Where somebody most likely wants to go after signing in. */
export function homeOf(session: Session): string {
  if (session.can.manage && session.roles.some((role) => DESK_ROLES.includes(role))) return HOMES.manage;
  if (session.can.teach) return HOMES.teach;
  return HOMES.learn;
}

/** Screens that fill the window: nothing around them may distract or be tapped by mistake. */
export const isBare = (path: string): boolean => /^\/lam-bai\//.test(path) || /^\/day\/[^/]+\/buoi\//.test(path);
