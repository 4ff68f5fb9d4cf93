import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { body, client } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type BankQuestion = Schemas['BankQuestionDto'];
export type QuestionPage = Schemas['QuestionPageDto'];
export type AnswerGroup = Schemas['AnswerGroupDto'];
export type KeyedAnswer = Schemas['KeyedAnswerDto'];
export type QuestionVersion = Schemas['QuestionVersionDto'];
export type QuestionKind = BankQuestion['kind'];

export const QUESTION_KINDS: QuestionKind[] = [
  'single',
  'multiple',
  'true-false',
  'short-answer',
  'numeric',
  'matching',
  'ordering',
  'cloze',
  'essay',
];

export interface QuestionsAsked {
  /** Words with or without diacritics, or a code. */
  q?: string;
  /** Code of an article. */
  article?: string;
  /** 1–3 */
  difficulty?: number;
  kind?: QuestionKind;
  tag?: string;
  /** Slug of a course. */
  course?: string;
  flagged?: 'true';
  order?: 'newest' | 'missed';
}

const KEY = 'questions';

/** The questions of one's desks, page by page. */
export const questionsQuery = (asked: QuestionsAsked) =>
  infiniteQueryOptions({
    queryKey: [KEY, asked],
    queryFn: ({ pageParam }) => {
      const query = { ...asked, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return body(client.GET('/api/v1/questions', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** By what they can be told apart. */
export const questionFiltersQuery = queryOptions({
  queryKey: [KEY, 'filters'],
  queryFn: () => body(client.GET('/api/v1/questions/filters')),
});

export const questionQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => body(client.GET('/api/v1/questions/{id}', { params: { path: { id } } })),
    retry: false,
  });
