import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/ids/new-id.js';
import { SearchService, type SearchAnswer } from '../src/search/search.service.js';
import { createContentDatabase } from './support/content-database.js';
import type { TestDatabase } from './support/database.js';

/** What cadres type on their phones, and the title of what they should see first, of all the content that ships. */
const MISSPELT: [how: string, typed: string, first: RegExp][] = [
  ['Telex keys that arrived as letters', 'ddinhf coong hợp pháp', /Muốn đình công hợp pháp/],
  ['Telex keys in every word', 'lamf theem giowf', /Làm thêm giờ/],
  ['a Telex vowel doubled', 'thu vieec', /Thử việc/],
  ['another real word: gái for giải', 'hoa gai vien', /Hòa giải viên/],
  ['another real word, and only two', 'hoa gai', /hoà giải/i],
  ['another real word: thảo for thoả', 'thao uoc lao dong', /Thỏa ước lao động/],
  ['another real word: lưng for lương', 'tien lung', /Tiền lương/],
  ['another real word: nghe for nghề', 'benh nge nghiep', /bệnh nghề nghiệp/],
  ['a letter left out', 'ky lut lao dong', /Kỷ luật lao động/],
  ['a letter left out of a short word', 'y kien dinh cog', /Lấy ý kiến đình công/],
  ['letters swapped', 'hop dogn lao dong', /hợp đồng lao động/i],
  ['letters swapped in a short word', 'sa tahi', /Sa thải/],
  ['letters swapped at the end', 'doi thoia', /Đối thoại/],
  ['letters swapped, with some diacritics', 'nghỉ thia sản', /Nghỉ thai sản/],
  ['a letter left out beside diacritics', 'hội ngị người lao động', /Hội nghị người lao động/],
  ['ch for tr, as it is spoken', 'chanh chap lao dong', /Tranh chấp lao động/],
  ['two words typed as one', 'dinhcong', /đình công/i],
  ['a vowel left out', 'tro cap thoi vec', /Trợ cấp thôi việc/],
  ['a vowel left out, two words', 'ngung vec', /ngừng việc/],
];

/** Typed carelessly, and yet every letter is right. */
const CARELESS: [how: string, typed: string, first: RegExp][] = [
  ['d for đ', 'don phương chấm dứt hợp đông', /Đơn phương chấm dứt hợp đồng/],
  ['đ in one word and d in the other', 'tai nan lao đong', /tai nạn lao động/],
  ['wrong tones', 'bảo hiêm xã họi', /bảo hiểm xã hội/],
  ['no diacritics', 'thuong luong tap the', /Thương lượng tập thể/],
];

const LEARNER = { userId: newId(), personId: newId(), sessionId: newId(), locale: 'vi' as const, grants: [] };

let database: TestDatabase;

const find = (q: string): Promise<SearchAnswer> => new SearchService(database.dataSource).find(LEARNER, { q });
const firstOf = ({ items }: SearchAnswer): string => items[0]?.title.map(({ text }) => text).join('') ?? '';

beforeAll(async () => {
  database = await createContentDatabase();
}, 240_000);
afterAll(() => database.drop());

describe('the search, among all lessons and all law', () => {
  it.each(MISSPELT)('understands %s (%s)', async (_how, typed, first) => {
    const answer = await find(typed);
    expect({ typed, first: firstOf(answer) }).toEqual({ typed, first: expect.stringMatching(first) });
    expect(answer.isApproximate).toBe(true);
    expect(answer.items[0]?.title.concat(answer.items[0].passage).some(({ marked }) => marked)).toBe(true);
  });

  it.each(CARELESS)('takes %s as it is (%s)', async (_how, typed, first) => {
    const answer = await find(typed);
    expect({ typed, first: firstOf(answer) }).toEqual({ typed, first: expect.stringMatching(first) });
    expect(answer.isApproximate).toBe(false);
  });

  it('leaves words alone that are right and stand apart', async () => {
    for (const typed of ['nghi phep luong', 'chu tich cong doan sa thai', 'vi pham ky luật'])
      expect((await find(typed)).isApproximate).toBe(false);
  });
});
