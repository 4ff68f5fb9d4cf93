import { body, client } from './client.js';
import type { IssuedCode } from './types.js';

/** Issues a code for each; the former ones stop working. The answer is kept by whoever asks and by no store. */
export async function issueCodes(personIds: string[]): Promise<IssuedCode[]> {
  return (await body(client.POST('/api/v1/one-time-codes', { body: { personIds } }))).items;
}
