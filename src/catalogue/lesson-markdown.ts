import createMarkdownIt, { type MarkdownIt, type RendererRule, type Token } from 'markdown-it';
import container from 'markdown-it-container';
import sanitizeHtml from 'sanitize-html';

/** To be raised when the same Markdown gives other HTML: files are then imported again, as new revisions. */
export const RENDERING = 3;

/** Boxes that lessons use: class of the box and its visible heading. */
const CALLOUTS: Record<string, string> = {
  'ghi-nho': 'Ghi nhớ',
  'vi-du': 'Ví dụ',
  'luu-y': 'Lưu ý',
  'nghi-van': 'Điểm còn chưa chắc chắn',
  // An ordered list, one step an item: drawn as a line of steps, read as a list.
  'quy-trinh': 'Quy trình từng bước',
  // A letter, minutes or a request to copy out: drawn as a sheet of paper.
  'mau-van-ban': 'Mẫu văn bản',
};

/** An image of a course, by the path that its lessons name. */
export interface LessonImage {
  /** SHA-256 (hex) of its bytes. */
  hash: string;
  /** In pixels. */
  width: number;
  height: number;
}

export type LessonImages = Readonly<Record<string, LessonImage>>;

/** A file that goes with a lesson, such as a form to fill in, by the path that the lesson links to. */
export interface LessonAttachment {
  /** SHA-256 (hex) of its bytes. */
  hash: string;
  /** In bytes. */
  size: number;
}

export type LessonAttachments = Readonly<Record<string, LessonAttachment>>;

/** Where the attachments of a course are. */
export const ATTACHMENT_FOLDER = 'tep';

/** Where a browser finds an image of a lesson. */
export const imagePath = (hash: string): string => `/api/v1/images/${hash}`;

/** Where a browser finds an attachment, under the name that it is to have on the device. */
const attachmentPath = (hash: string, name: string): string => `/api/v1/attachments/${hash}/${name}`;
const ATTACHMENT_ADDRESS = /^\/api\/v1\/attachments\/[0-9a-f]{64}\/([a-z0-9.-]+)$/;

const LAW_LINK = /^law:(vn(?:\.[a-z0-9]+)+)$/;

function createMarkdown(): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: false, typographer: false });
  const isSafe = markdown.validateLink.bind(markdown);
  markdown.validateLink = (url) => LAW_LINK.test(url) || isSafe(url);
  for (const [name, heading] of Object.entries(CALLOUTS)) {
    markdown.use(container, name, {
      render: (tokens: { nesting: number }[], index: number) =>
        tokens[index]?.nesting === 1
          ? `<aside class="callout ${name}"><p class="callout-title">${heading}</p>\n`
          : '</aside>\n',
    });
  }
  const level: RendererRule = (...[tokens, index, options, , self]) => {
    const token = tokens[index];
    // The page's own title is h1, so what a lesson calls "#" or "##" both start at h2.
    if (token) token.tag = `h${Math.min(Math.max(Number(token.tag.slice(1)), 2), 4)}`;
    return self.renderToken(tokens, index, options);
  };
  markdown.renderer.rules['heading_open'] = level;
  markdown.renderer.rules['heading_close'] = level;
  // A focusable box, so that a wide table scrolls by itself and by keyboard instead of widening the page.
  markdown.renderer.rules['table_open'] = () => '<div class="table-scroll" tabindex="0"><table>\n';
  markdown.renderer.rules['table_close'] = () => '</table></div>\n';
  markdown.renderer.rules['th_open'] = () => '<th scope="col">';
  const image = markdown.renderer.rules['image'];
  markdown.renderer.rules['image'] = (...[tokens, index, options, env, self]) => {
    const { images } = env as { images?: LessonImages };
    const token = tokens[index];
    if (!images || !token) return image?.(tokens, index, options, env, self) ?? '';
    const known = images[String(token.attrGet('src'))];
    const alt = markdown.utils.escapeHtml(token.content);
    // An image from elsewhere tells its owner who reads, and is missing without network: its description stands for it.
    if (!known) return `<em>${alt}</em>`;
    return `<img src="${imagePath(known.hash)}" alt="${alt}" width="${known.width}" height="${known.height}" />`;
  };
  // Links never hold links, so what one opens the next one closes.
  markdown.renderer.rules['link_open'] = (...[tokens, index, options, env, self]) => {
    const token = tokens[index];
    const path = String(token?.attrGet('href'));
    if (!token || !isAttachment(path)) return self.renderToken(tokens, index, options);
    const known = (env as { attachments?: LessonAttachments }).attachments?.[path];
    const close = tokens.slice(index).find(({ type }) => type === 'link_close');
    if (close) close.meta = { end: known ? ` (${kindAndSize(path, known.size)})</a>` : '</em>' };
    const name = path.slice(ATTACHMENT_FOLDER.length + 1);
    return known ? `<a href="${attachmentPath(known.hash, name)}">` : '<em>';
  };
  markdown.renderer.rules['link_close'] = (...[tokens, index]) => {
    const end: unknown = tokens[index]?.meta?.['end'];
    return typeof end === 'string' ? end : '</a>';
  };
  return markdown;
}

const isAttachment = (path: string): boolean => path.startsWith(`${ATTACHMENT_FOLDER}/`);

/** Such as `DOCX, 34 kB`: whoever pays for the data decides before the download. */
function kindAndSize(path: string, size: number): string {
  const kind = path.slice(path.lastIndexOf('.') + 1).toUpperCase();
  return `${kind}, ${size < 1_000_000 ? `${Math.ceil(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1).replace('.', ',')} MB`}`;
}

const MARKDOWN = createMarkdown();

const PIXELS = /^\d{1,5}$/;

const TAGS =
  'h2 h3 h4 p ul ol li strong em s sub sup blockquote code pre hr br a img table thead tbody tr th td div aside'.split(
    ' ',
  );

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    a: ['href', 'class', 'rel', 'target', 'title', 'download'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    th: ['scope'],
    ol: ['start'],
    div: ['class', 'tabindex'],
    aside: ['class'],
    p: ['class'],
  },
  allowedClasses: {
    a: ['law', 'attachment'],
    div: ['table-scroll'],
    aside: ['callout', ...Object.keys(CALLOUTS)],
    p: ['callout-title', 'video'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  transformTags: {
    a: (tagName, attributes): sanitizeHtml.Tag => {
      const href = attributes['href'] ?? '';
      const law = LAW_LINK.exec(href)?.[1];
      if (law) return { tagName, attribs: { href: `/phap-luat/${law}`, class: 'law' } };
      const file = ATTACHMENT_ADDRESS.exec(href)?.[1];
      if (file) return { tagName, attribs: { href, class: 'attachment', download: file } };
      if (!/^https?:/.test(href)) return { tagName, attribs: { href } };
      return { tagName, attribs: { href, rel: 'noopener noreferrer', target: '_blank' } };
    },
    b: 'strong',
    i: 'em',
    img: (tagName, { src = '', alt = '', width, height }): sanitizeHtml.Tag => {
      const size = PIXELS.test(width ?? '') && PIXELS.test(height ?? '') ? { width, height } : {};
      return { tagName, attribs: { src, alt, ...size, loading: 'lazy' } as sanitizeHtml.Attributes };
    },
  },
};

/**
 * A lesson's Markdown as the only HTML that reaches a browser: no raw HTML, no scripts, law links to the library, images
 * and attachments of the course alone.
 * @param video where the film of a video lesson is; it comes first
 */
export function renderLesson(
  markdown: string,
  given: { images?: LessonImages; attachments?: LessonAttachments; video?: string } = {},
): string {
  const { images = {}, attachments = {}, video } = given;
  const film = video === undefined ? '' : `<p class="video"><a href="${escaped(video)}">Xem video bài giảng</a></p>\n`;
  return sanitizeHtml(film + MARKDOWN.render(markdown.normalize('NFC'), { images, attachments }), ALLOWED);
}

/** Tokens of a kind within the lines of a lesson, with the line on which their block begins, from 0. */
function inlineTokens(markdown: string, type: 'image' | 'link_open'): { token: Token; line: number }[] {
  let line = 0;
  return MARKDOWN.parse(markdown.normalize('NFC'), {}).flatMap(({ map, children }) => {
    // Cells of tables do not say where they are; their row does.
    line = map?.[0] ?? line;
    return (children ?? []).filter((token) => token.type === type).map((token) => ({ token, line }));
  });
}

/** Images that a lesson shows, as often as it does, with the descriptions for those who do not see them. */
export function imagesInMarkdown(markdown: string): { src: string; alt: string; line: number }[] {
  return inlineTokens(markdown, 'image').map(({ token, line }) => ({
    ...{ src: String(token.attrGet('src')), alt: token.content.trim(), line },
  }));
}

/** Attachments that a lesson links to, as often as it does. */
export function attachmentsInMarkdown(markdown: string): { path: string; line: number }[] {
  return inlineTokens(markdown, 'link_open')
    .map(({ token, line }) => ({ path: String(token.attrGet('href')), line }))
    .filter(({ path }) => isAttachment(path));
}

/** How a text that is not a lesson is written; the names are Moodle's. */
export type TextFormat = 'markdown' | 'html' | 'plain' | 'moodle';

const PLAIN = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

/** A question's stem, an option or a feedback as sanitised HTML; a single line has no paragraph around it. */
export function renderText(format: TextFormat, text: string): string {
  const normal = text.normalize('NFC');
  if (format === 'markdown') return sanitizeHtml(withoutParagraph(MARKDOWN.render(normal).trim()), ALLOWED);
  if (format === 'html') return sanitizeHtml(normal, ALLOWED);
  const html = format === 'plain' ? escaped(normal) : normal;
  return sanitizeHtml(html.replaceAll('\n', '<br>\n'), ALLOWED);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => PLAIN[char as keyof typeof PLAIN]);
}

function withoutParagraph(html: string): string {
  const single = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return single !== undefined && !single.includes('<p>') ? single : html;
}

/** Articles that a lesson links to, in order of appearance. */
export function citedInMarkdown(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(/\]\(law:(vn(?:\.[a-z0-9]+)+)\)/g)].map((match) => match[1] ?? ''))];
}
