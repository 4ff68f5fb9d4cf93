import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import container from 'markdown-it-container';

/** The boxes of lessons, in the order in which they are offered. The server draws the same ones; a spec compares them. */
export const BOXES = ['ghi-nho', 'vi-du', 'luu-y', 'quy-trinh', 'mau-van-ban', 'nghi-van'] as const;

export type Box = (typeof BOXES)[number];

const LAW_ADDRESS = /^law:(vn(?:\.[a-z0-9]+)+)$/;

/** The article's code of a citation's address; null for any other link. */
export const citedArticle = (href: string): string | null => LAW_ADDRESS.exec(href)?.[1] ?? null;

/** Whether an address is that of a file that goes with the course. */
export const isAttachment = (href: string): boolean => /^tep\/[a-z0-9-]+\.[a-z]+$/.test(href);

/**
 * The Markdown of lessons exactly as the server reads it: the same library with the same settings, hence an editor that
 * never sees another text than the learner.
 */
function createGrammar(): MarkdownIt {
  const grammar = createMarkdownIt({ html: false, linkify: false, typographer: false });
  const isSafe = grammar.validateLink.bind(grammar);
  grammar.validateLink = (url) => LAW_ADDRESS.test(url) || isSafe(url);
  for (const box of BOXES) grammar.use(container, box);
  return grammar;
}

export const GRAMMAR = createGrammar();
