import type { Ref } from 'react';
import styles from './lesson-article.module.css';
import { Markup } from './markup.js';

interface LessonArticleProps {
  /** HTML that the server has made of the lesson. */
  html: string;
  letters: 'm' | 'l' | 'xl';
  ref?: Ref<HTMLElement>;
  onLaw?(code: string): void;
}

/** The text of a lesson: what the learner reads, and what the lecturer sees of it before it is published. */
export function LessonArticle({ html, letters, ref, onLaw }: LessonArticleProps) {
  return <Markup as="article" ref={ref} className={styles.article} data-letters={letters} html={html} onLaw={onLaw} />;
}
