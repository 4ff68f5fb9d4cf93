import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Locale } from './locale.js';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const TAGS: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' };
const MINUTE = 60;

function makeFormats(locale: Locale) {
  const tag = TAGS[locale];
  const date = new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
  const time = new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
  const weekday = new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, weekday: 'long' });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  // A date without a time is that day everywhere: noon in Viet Nam.
  const instant = (value: string): Date => new Date(value.length === 10 ? `${value}T12:00:00+07:00` : value);
  return {
    /** 24/11/2026 */
    date: (value: string) => date.format(instant(value)),
    /** 07:58 */
    time: (value: string) => time.format(instant(value)),
    /** Thứ Ba */
    weekday: (value: string) => capitalised(weekday.format(instant(value))),
    /** 1.234,5 */
    number: (value: number) => number.format(value),
    /** 66,67% */
    percent: (value: number) => `${number.format(value)}%`,
  };
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const cached: Partial<Record<Locale, ReturnType<typeof makeFormats>>> = {};

/** Dates as dd/MM/yyyy and times of Viet Nam, numbers as the language writes them. */
export function useFormats(): ReturnType<typeof makeFormats> {
  const locale = useLocale();
  return (cached[locale] ??= makeFormats(locale));
}

/** The day of an instant in Viet Nam, as YYYY-MM-DD. */
export function vietnamDay(instant: string | number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date(instant));
}

/** How long in words: "1 giờ 20 phút", "12 phút", "45 giây". */
export function useDuration(): (seconds: number) => string {
  const t = useTranslations('duration');
  return useMemo(
    () => (seconds: number) => {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < MINUTE) return t('seconds', { seconds: whole });
      const minutes = Math.ceil(whole / MINUTE);
      if (minutes < MINUTE) return t('minutes', { minutes });
      const rest = minutes % MINUTE;
      const hours = (minutes - rest) / MINUTE;
      return rest === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes: rest });
    },
    [t],
  );
}
