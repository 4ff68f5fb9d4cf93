import { createElement, type ComponentPropsWithoutRef, type MouseEvent, type Ref } from 'react';
import { useLocation } from 'wouter';

type MarkupProps = {
  /** HTML that the server has sanitised; the only HTML that is ever set. */
  html: string;
  as?: 'article' | 'div' | 'span';
  ref?: Ref<HTMLElement>;
  /** Called with an article's code instead of leaving the screen. */
  onLaw?(code: string): void;
} & Pick<ComponentPropsWithoutRef<'div'>, 'className' | 'id'> & { [data: `data-${string}`]: string | undefined };

const LAW_PATH = /^\/phap-luat\/(.+)$/;

/** Text of a lesson or question, always in Vietnamese; links to the law open inside the application. */
export function Markup({ html, as = 'div', onLaw, ...rest }: MarkupProps) {
  const [, navigate] = useLocation();
  const open = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href') ?? '';
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!isPlain || !href.startsWith('/') || link?.hasAttribute('download')) return;
    event.preventDefault();
    const code = LAW_PATH.exec(href)?.[1];
    if (code && onLaw) onLaw(code);
    else navigate(href);
  };
  return createElement(as, { ...rest, lang: 'vi', onClick: open, dangerouslySetInnerHTML: { __html: html } });
}
