import { describe, expect, it } from '@jest/globals';
import {
  bold,
  listed,
  paragraph,
  part,
  picture,
  PNG,
  relation,
  run,
  styled,
  table,
  textBox,
  wordFile,
  type WordFile,
} from '../../../test/support/word-file.js';
import { renderLesson } from '../../catalogue/lesson-markdown.js';
import { lessonFromDocx } from './docx-lesson.js';
import type { ImportedLesson } from './lesson-blocks.js';

async function imported(file: WordFile | string): Promise<ImportedLesson> {
  return lessonFromDocx(await wordFile(typeof file === 'string' ? { body: file } : file));
}

const lossesOf = ({ losses }: ImportedLesson) => losses.map(({ what, where }) => `${where ?? '-'}: ${what.vi}`);

describe('a Word file as a lesson', () => {
  it('takes the first heading as title and starts the others at ##', async () => {
    const lesson = await imported(
      styled('Heading1', 'Hợp đồng lao động') +
        paragraph('Mở đầu.') +
        styled('Heading2', 'Luật nói gì') +
        styled('u3', 'Thời hạn') +
        paragraph('Hai loại.') +
        styled('DauDe1', 'Làm từng bước'),
    );
    expect(lesson.title).toBe('Hợp đồng lao động');
    expect(lesson.markdown).toBe('Mở đầu.\n\n### Luật nói gì\n\n#### Thời hạn\n\nHai loại.\n\n## Làm từng bước\n');
    expect(lesson.losses).toEqual([]);
  });

  it('takes a paragraph in the style Title before any heading', async () => {
    const lesson = await imported(styled('Title', 'Thử việc') + styled('Heading1', 'Một') + paragraph('Chữ.'));
    expect(lesson.title).toBe('Thử việc');
    expect(lesson.markdown).toBe('## Một\n\nChữ.\n');
  });

  it('takes bold lines as headings where a file has no heading styles, and says so', async () => {
    const lesson = await imported(
      paragraph(bold('BÀI 1: TIỀN LƯƠNG')) +
        paragraph('Chữ.') +
        paragraph(bold('1. Khái niệm')) +
        paragraph('Lương là…'),
    );
    expect(lesson.title).toBe('BÀI 1: TIỀN LƯƠNG');
    expect(lesson.markdown).toBe('Chữ.\n\n## 1. Khái niệm\n\nLương là…\n');
    expect(lossesOf(lesson)[0]).toContain('1 dòng in đậm');
  });

  it('keeps bold and italics also where Word cuts words into runs', async () => {
    const lesson = await imported(
      paragraph(
        `${run('Phải ')}${bold('trả ')}${bold('lương')}${run(' đúng hạn, ')}${run('kể cả', '<w:i/>')}${bold('Tết.')}${run('Chậm thì sao')}`,
      ),
    );
    expect(lesson.markdown).toBe('Phải **trả lương** đúng hạn, *kể cả***Tết**.Chậm thì sao\n');
    expect(renderLesson(lesson.markdown)).toContain('<em>kể cả</em><strong>Tết</strong>.Chậm');
  });

  it('nests lists, counts on behind a paragraph and keeps lists apart', async () => {
    const lesson = await imported(
      listed(2, 0, 'Một') +
        listed(2, 1, 'Ý a') +
        listed(1, 2, 'Gạch sâu') +
        listed(2, 1, 'Ý b') +
        listed(2, 0, 'Hai') +
        paragraph('Xen giữa.') +
        listed(2, 0, 'Ba') +
        listed(3, 0, 'Năm') +
        styled('ListBullet', 'Chấm') +
        listed(1, 1, 'Chấm trong'),
    );
    expect(lesson.markdown).toBe(
      [
        '1. Một\n   1. Ý a\n      - Gạch sâu\n   2. Ý b\n2. Hai',
        'Xen giữa.',
        '3. Ba',
        '5) Năm',
        '- Chấm\n  - Chấm trong\n',
      ].join('\n\n'),
    );
    expect(lossesOf(lesson)).toEqual(['-: Danh sách đánh a), b), c) hoặc I, II, III thành 1, 2, 3. (2 chỗ)']);
    expect(renderLesson(lesson.markdown)).toContain('<ol start="5">');
  });

  it('reads lists that somebody typed with dashes and plusses', async () => {
    const lesson = await imported(
      paragraph('- Một') + paragraph('+ Trong một') + paragraph(`${bold('– Hai')}${run(' đậm')}`),
    );
    expect(lesson.markdown).toBe('- Một\n  - Trong một\n- **Hai** đậm\n');
  });

  it('writes the number that Word counts for a heading', async () => {
    const numbered = (text: string, at: number) =>
      paragraph(
        text,
        `<w:pStyle w:val="Heading${at + 1}"/><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="4"/></w:numPr>`,
      );
    const lesson = await imported(
      styled('Title', 'Bài') + numbered('Khái niệm', 0) + numbered('Lương', 1) + numbered('Thưởng', 1) + paragraph('x'),
    );
    expect(lesson.markdown).toBe('## Phần I. Khái niệm\n\n### I.1. Lương\n\n### I.2. Thưởng\n\nx\n');
  });

  it('draws tables and splits merged cells', async () => {
    const lesson = await imported(
      table([
        ['Dấu hiệu', { content: 'Hỏi | gì', properties: '<w:gridSpan w:val="2"/>' }],
        [{ content: 'Tiền', properties: '<w:vMerge w:val="restart"/>' }, paragraph('Một') + paragraph('Hai.'), 'x'],
        [{ content: '', properties: '<w:vMerge/>' }, table([['trong', 'bảng']]) + paragraph(''), listed(1, 0, 'y')],
      ]),
    );
    expect(lesson.markdown).toBe(
      '| Dấu hiệu | Hỏi \\| gì | |\n| --- | --- | --- |\n| Tiền | Một; Hai. | x |\n| Tiền | trong / bảng | • y |\n',
    );
    expect(lossesOf(lesson)).toHaveLength(3);
    expect(renderLesson(lesson.markdown)).toContain('<th scope="col">Hỏi | gì</th>');
  });

  it('makes boxes of styles, text boxes and frames that begin with the words', async () => {
    const lesson = await imported(
      styled('KhungGhiNho', 'Ghi nhớ') +
        styled('KhungGhiNho', 'Ký trước khi làm.') +
        paragraph('Giữa.') +
        table([[paragraph(`${bold('Ví dụ: ')}${run('Kho Sóng Thần.')}`) + listed(1, 0, 'Trả công: có')]]) +
        paragraph(`${run('Có hộp.')}${textBox(paragraph('LƯU Ý') + paragraph('Giữ bằng gốc là sai.'))}`) +
        table([['Khung thường']]) +
        paragraph(textBox(paragraph('Hộp thường'))),
    );
    expect(lesson.markdown).toBe(
      [
        '::: ghi-nho\nKý trước khi làm.\n:::',
        'Giữa.',
        '::: vi-du\nKho Sóng Thần.\n\n- Trả công: có\n:::',
        'Có hộp.',
        '::: luu-y\nGiữ bằng gốc là sai.\n:::',
        '> Khung thường',
        '> Hộp thường\n',
      ].join('\n\n'),
    );
    expect(renderLesson(lesson.markdown)).toContain('<aside class="callout luu-y">');
  });

  it('numbers footnotes and lists them at the end', async () => {
    const note = (id: number, text: string) =>
      `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`;
    const lesson = await imported({
      body:
        paragraph(`${run('Lương tối thiểu')}<w:r><w:footnoteReference w:id="3"/></w:r>${run(' tăng.')}`) +
        paragraph(`${run('Lại nữa')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      footnotes: `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${note(2, 'Công báo')}${note(3, 'Nghị định 293')}`,
    });
    expect(lesson.markdown).toBe(
      'Lương tối thiểu\\[1\\] tăng.\n\nLại nữa\\[2\\]\n\n## Chú thích\n\n1. Nghị định 293\n2. Công báo\n',
    );
    expect(lossesOf(lesson)).toEqual([expect.stringContaining('2 chú thích')]);
  });

  it('takes images with their descriptions, each once, and names those it cannot take', async () => {
    const lesson = await imported({
      body:
        styled('Heading1', 'Bài') +
        paragraph('x') +
        styled('Heading2', 'Hình') +
        paragraph(picture('rId5', 'Bảng lương')) +
        paragraph(picture('rId5', '')) +
        paragraph(picture('rId6', 'Sơ đồ')) +
        paragraph(picture('rId7', 'Ngoài', 'link')) +
        paragraph(picture('rId8', 'Picture 3')),
      relations:
        relation('rId5', 'image', 'media/image1.png') +
        relation('rId6', 'image', 'media/image2.emf') +
        relation('rId7', 'image', 'http://169.254.169.254/latest/x.png', true) +
        relation('rId8', 'image', 'media/image3.png'),
      parts: {
        'word/media/image1.png': PNG,
        'word/media/image2.emf': Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(36), Buffer.from(' EMF')]),
        'word/media/image3.png': Buffer.concat([PNG, Buffer.from('x')]),
      },
    });
    expect(lesson.markdown).toBe(
      '## Hình\n\n![Bảng lương](anh/hinh-1.png)\n\n![Bảng lương](anh/hinh-1.png)\n\n![](anh/hinh-2.png)\n'.replace(
        /^/,
        'x\n\n',
      ),
    );
    expect(lesson.images.map(({ name, mediaType, alt }) => [name, mediaType, alt])).toEqual([
      ['hinh-1.png', 'image/png', 'Bảng lương'],
      ['hinh-2.png', 'image/png', ''],
    ]);
    expect(Buffer.from(lesson.images[0]?.bytes ?? []).equals(PNG)).toBe(true);
    expect(lossesOf(lesson)).toEqual([
      expect.stringMatching(/^Hình: Hình kiểu EMF/),
      expect.stringMatching(/^Hình: Hình lấy từ địa chỉ bên ngoài/),
      expect.stringMatching(/^Hình: Hình chưa có mô tả/),
    ]);
  });

  it('keeps links to the web and mail, and words inside fields', async () => {
    const lesson = await imported({
      body: paragraph(
        `<w:hyperlink r:id="rId1">${run('Công báo')}</w:hyperlink>${run(' ')}<w:hyperlink r:id="rId2">${run('tệp')}</w:hyperlink>` +
          `${run(' ')}<w:hyperlink w:anchor="x">${run('mục 2')}</w:hyperlink>${run(' ')}` +
          `<w:hyperlink r:id="rId3">${run('bẫy')}</w:hyperlink>${run(' ')}<w:fldSimple w:instr="DATE">${run('hôm nay')}</w:fldSimple>` +
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.vn/(x)" </w:instrText></w:r>` +
          `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(' cũ')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      relations:
        relation('rId1', 'hyperlink', 'https://congbao.chinhphu.vn/?a=1&b=2', true) +
        relation('rId2', 'hyperlink', 'file:///C:/bai.doc', true) +
        relation('rId3', 'hyperlink', 'javascript:alert(1)', true),
    });
    expect(lesson.markdown).toBe(
      '[Công báo](https://congbao.chinhphu.vn/?a=1&b=2) tệp mục 2 bẫy hôm nay [cũ](https://a.vn/%28x%29)\n',
    );
    expect(lesson.losses).toHaveLength(3);
  });

  it('lists what a lesson cannot hold with the heading above it', async () => {
    const graphic = (inner: string) =>
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const lesson = await imported({
      body:
        styled('Mucluc1', 'Một ....... 3') +
        styled('Title', 'Bài') +
        styled('Heading1', 'Một') +
        paragraph(`${run('Biểu')}${graphic('<c:chart r:id="rId9"/>')}${graphic('<dgm:relIds r:dm="rId9"/>')}`) +
        paragraph(`<m:oMath><m:r><m:t>x=a+b</m:t></m:r></m:oMath>`) +
        styled('Heading2', 'Hai') +
        paragraph(
          `<w:ins w:id="1" w:author="Lan">${run('thêm')}</w:ins><w:del w:id="2"><w:r><w:delText>bớt đi</w:delText></w:r></w:del>` +
            `<w:r><w:commentReference w:id="0"/></w:r>${run(' H')}${run('a', '<w:vertAlign w:val="subscript"/>')}` +
            `${run(' m')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run('kẻ', '<w:u w:val="single"/><w:highlight w:val="yellow"/>')}`,
        ),
      comments: `<w:comment w:id="0" w:author="Cô Hạnh">${paragraph('Xem lại số này')}</w:comment>`,
      relations: relation('rId20', 'comments', 'comments.xml'),
      parts: {
        'word/header1.xml': part('hdr', paragraph('Công đoàn Khu chế xuất')),
        'word/footer1.xml': part('ftr', paragraph('Trang 3')),
      },
    });
    expect(lesson.markdown).toBe('## Một\n\nBiểu\n\n### Hai\n\nthêm Ha m²kẻ\n');
    expect(lossesOf(lesson).map((line) => line.slice(0, 34))).toEqual([
      '-: Đầu trang hoặc chân trang được ',
      '-: Mục lục tự động được bỏ; hệ thố',
      'Một: Biểu đồ chưa chuyển được; mời',
      'Một: Sơ đồ SmartArt chưa chuyển đư',
      'Một: Công thức “x=a+b” chưa chuyển',
      'Hai: Chữ đã xoá trong chế độ Theo ',
      'Hai: Chữ thêm trong chế độ Theo dõ',
      'Hai: Nhận xét của Cô Hạnh không đư',
      'Hai: Chữ nâng lên hoặc hạ xuống (c',
      'Hai: Gạch chân không giữ được.',
      'Hai: Màu tô nền chữ không giữ được',
    ]);
  });

  it('writes signs of Markdown and HTML as words, in NFC', async () => {
    const hostile = [
      '# một',
      '1. hai',
      '- ba',
      '<script>x</script>',
      '*a* _b_ `c` [d](e) ~~f~~ &lt; ::: g',
      '| h | i |',
      '---',
      '\\',
      '> k',
      '    l',
      '===',
      '::: ghi-nho',
      '![x](y)',
      '[a]: http://x',
    ];
    const text = hostile.map((words) => paragraph(run(words))).join('');
    const lesson = await imported(paragraph('Mở.') + text + paragraph('Đ\u0069\u0323nh nghi\u0303a'));
    const html = renderLesson(lesson.markdown);
    expect(lesson.markdown).toBe(lesson.markdown.normalize('NFC'));
    expect(html).not.toMatch(/<(?!\/?(?:p|ul|li)\b)/);
    for (const words of [
      '&lt;script&gt;',
      '*a* _b_ `c` [d](e) ~~f~~ &amp;lt; ::: g',
      '| h | i |',
      '---',
      '===',
      '::: ghi-nho',
      '![x](y)',
      'Định nghĩa',
    ])
      expect(html).toContain(words);
  });
});
