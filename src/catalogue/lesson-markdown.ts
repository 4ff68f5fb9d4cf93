import createMarkdownIt, { type MarkdownIt, type RendererRule } from 'markdown-it';
import container from 'markdown-it-container';
import sanitizeHtml from 'sanitize-html';

/** Boxes that lessons use: class of the box and its visible heading. */
const CALLOUTS: Record<string, string> = { 'ghi-nho': 'Ghi nhớ', 'vi-du': 'Ví dụ', 'luu-y': 'Lưu ý' };

const LAW_LINK = /^law:(vn(?:\.[a-z0-9]+)+)$/;

function createMarkdown(): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: false, typographer: false });
  const { validateLink } = markdown;
  markdown.validateLink = (url) => LAW_LINK.test(url) || validateLink(url);
  for (const [name, heading] of Object.entries(CALLOUTS)) {
    markdown.use(container, name, {
      render: (tokens: { nesting: number }[], index: number) =>
        tokens[index]?.nesting === 1
          ? `<aside class="callout ${name}"><p class="callout-title">${heading}</p>\n`
          : '</aside>\n',
    });
  }
  const level: RendererRule = (tokens, index, options, _env, self) => {
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
  return markdown;
}

const MARKDOWN = createMarkdown();

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      's',
      'blockquote',
      'code',
      'pre',
      'hr',
      'br',
      'a',
      'img',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'aside'],
  ],
  allowedAttributes: {
    a: ['href', 'class', 'rel', 'target', 'title'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    th: ['scope'],
    ol: ['start'],
    div: ['class', 'tabindex'],
    aside: ['class'],
    p: ['class'],
  },
  allowedClasses: {
    a: ['law'],
    div: ['table-scroll'],
    aside: ['callout', ...Object.keys(CALLOUTS)],
    p: ['callout-title'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  transformTags: {
    a: (tagName, attributes): sanitizeHtml.Tag => {
      const href = attributes['href'] ?? '';
      const law = LAW_LINK.exec(href)?.[1];
      if (law) return { tagName, attribs: { href: `/phap-luat/${law}`, class: 'law' } };
      if (!/^https?:/.test(href)) return { tagName, attribs: { href } };
      return { tagName, attribs: { href, rel: 'noopener noreferrer', target: '_blank' } };
    },
    img: (tagName, { src = '', alt = '' }) => ({ tagName, attribs: { src, alt, loading: 'lazy' } }),
  },
};

/** A lesson's Markdown as the only HTML that reaches a browser: no raw HTML, no scripts, law links to the library. */
export function renderLesson(markdown: string): string {
  return sanitizeHtml(MARKDOWN.render(markdown.normalize('NFC')), ALLOWED);
}

/** One line of Markdown (a question's stem or option) without the surrounding paragraph. */
export function renderLine(markdown: string): string {
  const html = MARKDOWN.render(markdown.normalize('NFC')).trim();
  const single = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return sanitizeHtml(single !== undefined && !single.includes('<p>') ? single : html, ALLOWED);
}

/** Articles that a lesson links to, in order of appearance. */
export function citedInMarkdown(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(/\]\(law:(vn(?:\.[a-z0-9]+)+)\)/g)].map((match) => match[1] ?? ''))];
}
