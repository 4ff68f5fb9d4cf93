import { zipOf, type ZipPart } from '../../../platform/zip/zip-writer.js';
import { indexedCodes, type Book, type BookLesson, type BookModule, type IndexedArticle } from '../book.js';
import { WORDING } from '../wording.js';
import { EPUB_STYLE } from './epub-style.js';
import { escapeXml, page, XhtmlWriter } from './xhtml.js';

interface Chapter {
  id: string;
  title: string;
  xhtml: string;
  /** Depth in the contents. */
  level: 1 | 2;
}

const ARTICLES_FILE = 'dieu-luat.xhtml';
const lessonId = (number: string) => `bai-${number.replace('.', '-')}`;
const fileOf = (id: string) => `${id}.xhtml`;

/**
 * The book as EPUB 3.2. The same book makes the same bytes.
 * @returns the bytes of the archive
 */
export async function writeEpub(book: Book): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of zipOf(filesOf(book))) parts.push(piece);
  return Buffer.concat(parts);
}

function filesOf(book: Book): ZipPart[] {
  const chapters = chaptersOf(book);
  const file = (name: string, text: string): ZipPart => ({ name, content: [Buffer.from(text)] });
  return [
    { ...file('mimetype', 'application/epub+zip'), stored: true },
    file('META-INF/container.xml', CONTAINER),
    file('EPUB/package.opf', packageOf(book, chapters)),
    file('EPUB/nav.xhtml', navigation(book, chapters)),
    file('EPUB/toc.ncx', ncx(book, chapters)),
    file('EPUB/style.css', EPUB_STYLE),
    ...chapters.map(({ id, xhtml }) => file(`EPUB/${fileOf(id)}`, xhtml)),
  ];
}

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function chaptersOf(book: Book): Chapter[] {
  const codes = indexedCodes(book);
  const writer = new XhtmlWriter((code) => (codes.has(code) ? `${ARTICLES_FILE}#${code}` : null));
  const chapters: Chapter[] = [{ id: 'bia', title: book.title, xhtml: titlePage(book), level: 1 }];
  for (const skillModule of book.modules) {
    chapters.push(moduleChapter(skillModule));
    for (const lesson of skillModule.lessons) chapters.push(lessonChapter(lesson, writer));
  }
  if (book.deadlines.length > 0) chapters.push(deadlinesChapter(book, writer));
  if (book.articles.length > 0) chapters.push(articlesChapter(book));
  return chapters;
}

function titlePage(book: Book): string {
  const body = `<section class="title-page" epub:type="titlepage">
<p class="kicker">${WORDING.kind}</p>
<h1>${escapeXml(book.title)}</h1>
<p class="lead">${escapeXml(book.summary)}</p>
<p class="meta">${WORDING.asOf(book.asOf)}<br/>${WORDING.edition(book.revisionNumber, book.publishedOn)}<br/>${WORDING.platform}</p>
<p class="caution">${escapeXml(WORDING.caution)}</p>
</section>`;
  return page(book.title, body, ' epub:type="frontmatter"');
}

function moduleChapter({ number, title, summary, lessons }: BookModule): Chapter {
  const id = `chuyen-de-${number}`;
  const items = lessons.map((lesson) => `<li>${lessonLink(lesson.number)}. ${escapeXml(lesson.title)}</li>`).join('\n');
  const body = `<section epub:type="part">
<p class="kicker">${WORDING.module(number)}</p>
<h1>${escapeXml(title)}</h1>
${summary === '' ? '' : `<p class="lead">${escapeXml(summary)}</p>`}
<ul>
${items}
</ul>
</section>`;
  const label = `${WORDING.module(number)}. ${title}`;
  return { id, title: label, xhtml: page(label, body, ' epub:type="bodymatter"'), level: 1 };
}

function lessonChapter({ number, title, minutes, blocks }: BookLesson, writer: XhtmlWriter): Chapter {
  const body = `<section epub:type="chapter">
<p class="kicker">${WORDING.lesson(number)}</p>
<h1>${escapeXml(title)}</h1>
<p class="meta">${WORDING.minutes(minutes)}</p>
${writer.blocks(blocks)}
</section>`;
  const label = `${number}. ${title}`;
  return { id: lessonId(number), title: label, xhtml: page(label, body, ' epub:type="bodymatter"'), level: 2 };
}

const lessonLink = (number: string) => `<a href="${fileOf(lessonId(number))}">${WORDING.lesson(number)}</a>`;

function deadlinesChapter({ deadlines }: Book, writer: XhtmlWriter): Chapter {
  const tables = deadlines.map(
    ({ lesson, caption, table }) =>
      `<h2>${escapeXml(caption)}</h2>\n<p class="meta">${lessonLink(lesson)}</p>\n${writer.table(table)}`,
  );
  const body = `<section epub:type="appendix">
<h1>${WORDING.deadlines}</h1>
<p class="lead">${WORDING.deadlinesLead}</p>
${tables.join('\n')}
</section>`;
  const title = WORDING.deadlines;
  return { id: 'thoi-han', title, xhtml: page(title, body, ' epub:type="backmatter"'), level: 1 };
}

function articlesChapter({ articles }: Book): Chapter {
  const entry = ({ code, number, title, lessons }: IndexedArticle) =>
    `<dt id="${code}">${WORDING.article(number)}${escapeXml(title)}</dt>\n<dd>${lessons.map(lessonLink).join(', ')}</dd>`;
  const documents = articles.map(
    (document) =>
      `<h2>${escapeXml(document.title)}</h2>\n<dl class="index">\n${document.articles.map(entry).join('\n')}\n</dl>`,
  );
  const body = `<section epub:type="appendix">
<h1>${WORDING.articles}</h1>
<p class="lead">${WORDING.articlesLead}</p>
${documents.join('\n')}
</section>`;
  const title = WORDING.articles;
  return {
    id: ARTICLES_FILE.replace('.xhtml', ''),
    title,
    xhtml: page(title, body, ' epub:type="backmatter"'),
    level: 1,
  };
}

/** Chapters of the second level below the one of the first before them. */
function nested(chapters: Chapter[]): { chapter: Chapter; below: Chapter[] }[] {
  const tree: { chapter: Chapter; below: Chapter[] }[] = [];
  for (const chapter of chapters) {
    if (chapter.level === 1) tree.push({ chapter, below: [] });
    else tree.at(-1)?.below.push(chapter);
  }
  return tree;
}

function navigation(book: Book, chapters: Chapter[]): string {
  const item = (chapter: Chapter, below: Chapter[]): string => {
    const inner = below.length > 0 ? `\n<ol>\n${below.map((each) => item(each, [])).join('\n')}\n</ol>\n` : '';
    return `<li><a href="${fileOf(chapter.id)}">${escapeXml(chapter.title)}</a>${inner}</li>`;
  };
  const items = nested(chapters).map(({ chapter, below }) => item(chapter, below));
  const first = chapters.find(({ id }) => id.startsWith('chuyen-de-')) ?? chapters[0];
  const body = `<nav epub:type="toc" id="toc">
<h1>${WORDING.contents}</h1>
<ol>
${items.join('\n')}
</ol>
</nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden">
<h2>${WORDING.kind}</h2>
<ol>
<li><a epub:type="titlepage" href="bia.xhtml">${escapeXml(book.title)}</a></li>
<li><a epub:type="toc" href="nav.xhtml">${WORDING.contents}</a></li>
<li><a epub:type="bodymatter" href="${fileOf(first?.id ?? 'bia')}">${escapeXml(first?.title ?? '')}</a></li>
</ol>
</nav>`;
  return page(WORDING.contents, body);
}

/** The contents once more, as readers from before EPUB 3 look for them. */
function ncx(book: Book, chapters: Chapter[]): string {
  let order = 0;
  const point = (chapter: Chapter, below: Chapter[]): string => {
    order += 1;
    const label = `<navLabel><text>${escapeXml(chapter.title)}</text></navLabel>`;
    const own = `<navPoint id="n-${chapter.id}" playOrder="${order}">${label}<content src="${fileOf(chapter.id)}"/>`;
    return `${own}${below.map((each) => point(each, [])).join('')}</navPoint>`;
  };
  const points = nested(chapters).map(({ chapter, below }) => point(chapter, below));
  return `<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="vi">
<head>
<meta name="dtb:uid" content="urn:uuid:${book.id}"/>
<meta name="dtb:depth" content="2"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>${escapeXml(book.title)}</text></docTitle>
<navMap>
${points.join('\n')}
</navMap>
</ncx>
`;
}

const ACCESSIBILITY: [property: string, value: string][] = [
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'structuralNavigation'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityFeature', 'index'],
  ['schema:accessibilityHazard', 'none'],
];

function packageOf(book: Book, chapters: Chapter[]): string {
  const title = `${WORDING.kind}: ${book.title}`;
  const items = chapters.map(({ id }) => `<item id="${id}" href="${fileOf(id)}" media-type="application/xhtml+xml"/>`);
  const [cover, ...rest] = chapters.map(({ id }) => `<itemref idref="${id}"/>`);
  const meta = ACCESSIBILITY.map(([property, value]) => `<meta property="${property}">${value}</meta>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="vi" prefix="schema: http://schema.org/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${book.id}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>vi</dc:language>
<dc:publisher>${WORDING.platform}</dc:publisher>
<dc:description>${escapeXml(book.summary)}</dc:description>
<dc:date>${book.publishedOn}</dc:date>
<meta property="dcterms:modified">${book.publishedAt}</meta>
${meta.join('\n')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine toc="ncx">
${cover}
<itemref idref="nav"/>
${rest.join('\n')}
</spine>
</package>
`;
}
