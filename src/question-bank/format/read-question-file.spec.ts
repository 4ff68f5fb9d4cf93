import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeSheet } from '../../platform/sheet/sheet-writer.js';
import { zipOf } from '../../platform/zip/zip-writer.js';
import { printQuestions } from './question-exchange.js';
import { MAX_QUESTION_FILE_BYTES } from './question-file.js';
import { readQuestionFile } from './read-question-file.js';

const GIFT = '// [id:a1]\r\n::Tên::[plain]Người lao động được nghỉ mấy ngày? {\r\n=Một\r\n~Đủ bốn ngày\r\n}\r\n';

/** Windows-1258: letters of its own, and marks that stand behind their vowel. */
function windows1258(text: string): Buffer {
  const letters: Record<string, number> = { Đ: 0xd0, đ: 0xf0, Ă: 0xc3, ă: 0xe3, Ơ: 0xd5, ơ: 0xf5, Ư: 0xdd, ư: 0xfd };
  const more: Record<string, number> = { â: 0xe2, ê: 0xea, ô: 0xf4, '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde };
  const codes: Record<string, number> = { ...letters, ...more, '\u0301': 0xec, '\u0323': 0xf2 };
  const apart = text
    .normalize('NFD')
    .replace(
      /([aeoAEO])([\u0323]?)([\u0302])/g,
      (_, a: string, dot: string, hat: string) => `${(a + hat).normalize('NFC')}${dot}`,
    );
  const composed = apart.replace(/([aAoOuU])([\u0306\u031b])/g, (_, a: string, mark: string) =>
    (a + mark).normalize('NFC'),
  );
  return Buffer.from(Array.from(composed, (char) => codes[char] ?? char.charCodeAt(0)));
}

async function zip(parts: Record<string, string>): Promise<Buffer> {
  const list = Object.entries(parts).map(([name, content]) => ({ name, content: [Buffer.from(content)] }));
  return buffer(zipOf(list));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const word = (body: string, more: Record<string, string> = {}) =>
  zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;

const sheet = (rows: string[][]) => buffer(writeSheet('xlsx', [{ name: 'a', rows }]));
const faultsOf = async (bytes: Buffer) =>
  (await readQuestionFile(bytes)).faults.map(({ message }) => message.en).join();

describe('readQuestionFile', () => {
  it.each([
    ['UTF-8', Buffer.from(GIFT), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${GIFT}`), 'utf-8'],
    ['decomposed letters', Buffer.from(GIFT.normalize('NFD')), 'utf-8'],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${GIFT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, the other order', Buffer.from(`\uFEFF${GIFT}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(GIFT, 'utf16le'), 'utf-16le'],
    ['Windows-1258', windows1258(GIFT), 'windows-1258'],
  ])('reads %s', async (_, bytes, encoding) => {
    const file = await readQuestionFile(bytes);
    expect(file).toMatchObject({ format: 'gift', encoding, faults: [] });
    expect(file.questions[0]).toMatchObject({
      id: 'a1',
      stem: { text: 'Người lao động được nghỉ mấy ngày?' },
      answers: [{ text: { text: 'Một' } }, { text: { text: 'Đủ bốn ngày' } }],
    });
  });

  it('reads Windows-1252 where nothing is Vietnamese', async () => {
    const file = await readQuestionFile(Buffer.from('::a::“Café” à Genève? {T}'.replace(/[“”]/g, '"'), 'latin1'));
    expect(file).toMatchObject({ encoding: 'windows-1252', questions: [{ stem: { text: '"Café" à Genève?' } }] });
  });

  it('tells Aiken and Moodle XML from GIFT, and takes categories of GIFT for tags', async () => {
    expect(await readQuestionFile(Buffer.from('Hỏi?\nA. 1\nB. 2\nANSWER: B'))).toMatchObject({ format: 'aiken' });
    expect(await readQuestionFile(Buffer.from('\n<?xml version="1.0"?><quiz></quiz>'))).toMatchObject({
      format: 'moodle-xml',
    });
    const gift = await readQuestionFile(
      Buffer.from('$CATEGORY: $course$/top/Lương\n\n::a::A {T}\n\n::b::Kể {}\n\nĐọc đoạn sau.'),
    );
    expect(gift).toMatchObject({
      faults: [],
      questions: [{ tags: ['category:Lương'] }],
      leftOut: [{ line: 5 }, { line: 7 }],
    });
  });

  it('moves what is said to any other short answer', async () => {
    const file = await readQuestionFile(Buffer.from('::a::Ai? {=%100%tổ trưởng =%0%*#Xem bài 2.}'));
    expect(file.questions[0]).toMatchObject({
      answers: [{ text: 'tổ trưởng' }],
      generalFeedback: { text: 'Nếu chưa đúng: Xem bài 2.' },
    });
    expect(file.losses).toHaveLength(1);
  });

  it('reads a sheet as a lecturer writes it', async () => {
    const rows = [
      ['NGÂN HÀNG CÂU HỎI'],
      ['Mã', 'Loại', 'Câu hỏi', 'Phương án A', 'Phương án B', 'Phương án C', 'Đáp án', 'Nhãn', 'Ghi chú'],
      ['c1', '', 'Chọn một?', 'Một', 'Hai', '', 'b', 'difficulty:2; vn.blld.2019.d5', ''],
      ['c2', 'chọn nhiều', 'Chọn hai?', 'Một', 'Hai', 'Ba', 'A; C', '', ''],
      ['c3', 'ĐÚNG SAI', 'Đúng không?', '', '', '', 'Sai', '', ''],
      ['c4', 'Số', 'Bao nhiêu?', '4.5..5.5', '*', '', 'A=100', '', ''],
      ['c5', 'Ghép cặp', 'Ghép', 'a -> 1', 'b -> 2', '', '', '', ''],
      ['c6', 'Điền chỗ trống', 'Điền [[1]]', '{2:SA:=ba mươi}', '', '', '', '', ''],
      ['c7', 'Tự luận', 'Viết', 'Đủ ý', 'Đúng luật', '', 'A=2; B=3', '', ''],
    ];
    const file = await readQuestionFile(await sheet(rows));
    expect(file).toMatchObject({ format: 'sheet', faults: [], losses: [{ line: 2 }] });
    expect(file.questions.map(({ kind }) => kind)).toEqual([
      ...['choice', 'choice', 'true-false', 'numeric', 'matching', 'cloze', 'essay'],
    ]);
    expect(file.questions[0]).toMatchObject({
      line: 3,
      answers: [{ percent: 0 }, { percent: 100 }],
      tags: ['difficulty:2', 'vn.blld.2019.d5'],
    });
    expect(file.questions[1]).toMatchObject({
      several: true,
      answers: [{ percent: 50 }, { percent: 0 }, { percent: 50 }],
    });
    expect(file.questions[5]).toMatchObject({ blanks: [{ weight: 2, kind: 'short-answer' }] });
    expect(file.questions[6]).toMatchObject({ rubric: [{ points: 2 }, { points: 3 }] });
  });

  it.each([
    [['Chọn', 'Hỏi?', 'a', 'b', 'A'], 'no kind'],
    [['', 'Hỏi?', 'a', 'b', 'Z'], '"Z"'],
    [['', 'Hỏi?', 'a', 'b', ''], '100%'],
    [['', '', 'a', 'b', 'A'], 'empty'],
    [['Số', 'Hỏi?', '4,5', '', ''], '"4,5"'],
    [['Ghép cặp', 'Hỏi?', 'a', 'b', ''], 'left -> right'],
    [['Điền chỗ trống', 'Hỏi [[1]]', 'ba', '', ''], 'not a gap'],
  ])('names what is wrong with a row of a sheet: %j', async (cells, word) => {
    const rows = [['Loại', 'Câu hỏi', 'Phương án A', 'Phương án B', 'Đáp án đúng'], cells];
    const { faults } = await readQuestionFile(await sheet(rows));
    expect(faults).toMatchObject([{ line: 2, message: { en: expect.stringContaining(word) } }]);
  });

  it('reads a Word file: typed and listed options, lines about a question, tables', async () => {
    const listed = (text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = [
      ...[p('Câu 1. Ai hoà giải?'), p('A. Toà án'), p('B. Hoà giải viên'), p('Đáp án: B'), p('Mã: w1')],
      ...[p('Giải thích: Điều 188.'), p('Nhãn: difficulty:1; vn.blld.2019.d188')],
      ...[p('Chọn hai'), listed('một'), listed('hai'), listed('ba'), p('Đáp án: A, C')],
      ...[p('Câu 3: Trong mấy ngày?'), p('Đáp án: 5')],
      ...[p('Câu 4: Gọi là gì?'), p('Đáp án: đình công | ngừng việc')],
      `<w:tbl>${row(['Câu hỏi', 'Phương án A', 'Phương án B', 'Đáp án'])}${row(['Trong bảng?', 'x', 'y', 'A'])}</w:tbl>`,
      `<w:tbl>${row(['Ghi chú'])}</w:tbl>`,
    ].join('');
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const relations =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';
    const file = await readQuestionFile(
      await word(body, { 'word/numbering.xml': numbering, 'word/_rels/document.xml.rels': relations }),
    );
    expect(file).toMatchObject({
      format: 'docx',
      faults: [],
      losses: [{ message: { en: expect.stringContaining('table') } }],
    });
    expect(file.questions).toMatchObject([
      {
        id: 'w1',
        stem: { text: 'Ai hoà giải?' },
        generalFeedback: { text: 'Điều 188.' },
        tags: ['difficulty:1', 'vn.blld.2019.d188'],
        answers: [{ percent: 0 }, { percent: 100 }],
      },
      { kind: 'choice', several: true, answers: [{ percent: 50 }, {}, { percent: 50 }] },
      { kind: 'numeric', answers: [{ min: 5, max: 5 }] },
      { kind: 'short-answer', answers: [{ text: 'đình công' }, { text: 'ngừng việc' }] },
      { stem: { text: 'Trong bảng?' }, answers: [{ percent: 100 }, { percent: 0 }] },
    ]);
  });

  it('survives ten thousand tables in a Word file', async () => {
    const file = await readQuestionFile(await word(`<w:tbl>${row(['a'])}</w:tbl>`.repeat(10_000)));
    expect(file.losses).toHaveLength(10_000);
  });

  it.each([
    ['50 MB', Buffer.alloc(50 * 1_048_576, 'a {'), 'too large'],
    ['a byte too many', Buffer.alloc(MAX_QUESTION_FILE_BYTES + 1), 'too large'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['bytes that are no text', Buffer.from([1, 0, 0, 2, 0, 0, 3]), 'no file of questions'],
    ['hidden direction controls', Buffer.from('::a::Chọn {=\u202egnúđ ~sai}'), 'direction of reading'],
    [
      'such controls as references',
      Buffer.from(
        '<quiz><question type="truefalse"><questiontext><text>&#x202E;a</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>',
      ),
      'direction',
    ],
    ['braces without end', Buffer.from('::a::Hỏi {'.repeat(1000)), 'not closed'],
  ])('refuses %s', async (_, bytes, word) => {
    expect(await faultsOf(bytes)).toContain(word);
  });

  it('refuses archives with macros, without a table or a text, and damaged ones', async () => {
    expect(await faultsOf(await word(p('a'), { 'word/vbaProject.bin': 'x' }))).toContain('macros');
    expect(await faultsOf(await zip({ 'xl/workbook.xml': '<a/>' }))).not.toBe('');
    expect(await faultsOf(await sheet([['Tên', 'Tuổi']]))).toContain('headings');
    expect(await faultsOf((await word(p('a'))).subarray(0, 300))).toContain('damaged');
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`;
    expect(await faultsOf(await word(deep))).toContain('damaged');
  });

  it('never crashes on a damaged file of any format', async () => {
    const { questions } = await readQuestionFile(Buffer.from(GIFT.repeat(3)));
    const formats = await Promise.all(
      (['gift', 'aiken', 'moodle-xml', 'xlsx'] as const).map((format) => printQuestions(questions, format)),
    );
    const files = [...formats.map(({ content }) => content), await word([p('Câu 1. a'), p('Đáp án: 5')].join(''))];
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
      cut: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (file, changes) => {
          let bytes = file;
          for (const { at, byte, cut } of changes) {
            const from = Math.floor(at * bytes.length);
            bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from([byte]), bytes.subarray(from + cut)]);
          }
          const { questions: read, faults, leftOut } = await readQuestionFile(bytes);
          expect(Array.isArray(read) && Array.isArray(faults) && Array.isArray(leftOut)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
