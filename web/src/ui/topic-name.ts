import { useLocale } from 'use-intl';
import topics from './topics.json';

const NAMES: Record<string, { vi: string; en: string }> = topics;

/** Names of topics, which content files hold as slugs. What lecturers add has no name of its own: its slug in words. */
export function useTopicName(): (topic: string) => string {
  const locale = useLocale();
  return (topic) => NAMES[topic]?.[locale === 'en' ? 'en' : 'vi'] ?? topic.replaceAll('-', ' ');
}
