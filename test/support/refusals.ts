import { expect } from '@jest/globals';
import type { ProblemBody } from './api.js';
import type { Answer } from './http-client.js';

const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** What every refusal must be: the status, the stable code, and a sentence in the language asked for. */
export interface Refusal {
  status: number;
  code: string;
}

/**
 * Sends the same twice, to a Vietnamese and to an English reader, and expects the same refusal in two languages.
 * @returns the Vietnamese answer
 */
export async function expectRefusal(
  send: (headers: Record<string, string>) => Promise<Answer<ProblemBody>>,
  { status, code }: Refusal,
): Promise<Answer<ProblemBody>> {
  const vietnamese = await send({});
  const english = await send({ 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' });
  for (const answer of [vietnamese, english]) {
    expect({ status: answer.status, code: answer.body.code, text: answer.text }).toEqual({
      status,
      code,
      text: answer.text,
    });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: `/problems/${code}`, status });
  }
  expectSentences(vietnamese.body, english.body);
  return vietnamese;
}

/** A title and a detail in each of the two languages. */
export function expectSentences(vietnamese: ProblemBody, english: ProblemBody): void {
  for (const text of [vietnamese.title, vietnamese.detail]) expect(text).toMatch(VIETNAMESE);
  for (const text of [english.title, english.detail]) {
    expect(text.length).toBeGreaterThan(5);
    expect(text).not.toMatch(VIETNAMESE);
  }
}
