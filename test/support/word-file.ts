import { zipOf } from '../../src/platform/zip/zip-writer.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${REL}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'mc:Ignorable="wps"',
].join(' ');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** A picture of one grey point. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

export interface WordFile {
  /** Children of `w:body`, as Word writes them. */
  body: string;
  styles?: string;
  numbering?: string;
  /** Children of `w:footnotes`. */
  footnotes?: string;
  comments?: string;
  /** Further relationships of the document, as XML. */
  relations?: string;
  /** Further parts by name. */
  parts?: Record<string, string | Buffer>;
  /** Further entries of the list of content types. */
  types?: string;
}

/** Styles as Word writes them: English names, ids in the language of the Word that made the file. */
const STYLES = [
  ['Normal', 'Normal', ''],
  ['Title', 'Title', ''],
  ['Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'],
  ['Heading2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'],
  ['u3', 'heading 3', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'],
  ['DauDe1', 'Đầu đề 1', ''],
  ['Mucluc1', 'toc 1', ''],
  ['ListParagraph', 'List Paragraph', ''],
  ['ListBullet', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'],
  ['KhungGhiNho', 'Ghi nhớ', ''],
]
  .map(([id, name, more]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`)
  .join('');

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** List 1 has bullets, list 2 numbers with letters below, list 3 begins at 5, list 4 numbers headings. */
const NUMBERING = `
<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '', '<w:pStyle w:val="ListBullet"/>')}${level(1, 'bullet', 'o')}${level(2, 'bullet', '')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'lowerRoman', '%3.')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', 'Phần %1.')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>`;

/** A .docx file. */
export async function wordFile(file: WordFile): Promise<Buffer> {
  const { body, styles = STYLES, numbering = NUMBERING, footnotes = '', comments, relations = '' } = file;
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
      `${file.types ?? ''}</Types>`,
    '_rels/.rels': relationships(`<Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(relations),
    'word/styles.xml': `${HEAD}<w:styles ${NAMESPACES}>${styles}</w:styles>`,
    'word/numbering.xml': `${HEAD}<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
    'word/footnotes.xml': `${HEAD}<w:footnotes ${NAMESPACES}>${footnotes}</w:footnotes>`,
    ...(comments === undefined
      ? {}
      : { 'word/comments.xml': `${HEAD}<w:comments ${NAMESPACES}>${comments}</w:comments>` }),
    ...file.parts,
  };
  return zipped(parts);
}

export async function zipped(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const files = Object.entries(parts).map(([name, content]) => ({ name, content: [Buffer.from(content)] }));
  const pieces: Buffer[] = [];
  for await (const piece of zipOf(files)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function relationships(inner: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

/** A whole part with Word's namespaces, such as a header. */
export const part = (root: string, inner: string) => `${HEAD}<w:${root} ${NAMESPACES}>${inner}</w:${root}>`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const run = (text: string, format = '') =>
  `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const bold = (text: string) => run(text, '<w:b/>');

/** A paragraph. `properties` are children of `w:pPr`; text alone becomes one run. */
export const paragraph = (content: string, properties = '') =>
  `<w:p w:rsidR="00A77427">${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

export const styled = (style: string, content: string) => paragraph(content, `<w:pStyle w:val="${style}"/>`);

export const listed = (list: number, at: number, content: string) =>
  paragraph(
    content,
    `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`,
  );

/** A table of rows of cells; a cell is its content, with `properties` for `w:tcPr` where it needs any. */
export const table = (rows: (string | { content: string; properties: string })[][]) =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>${rows
    .map((cells) => `<w:tr>${cells.map(cellOf).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

function cellOf(cell: string | { content: string; properties: string }): string {
  const { content, properties } = typeof cell === 'string' ? { content: cell, properties: '' } : cell;
  return `<w:tc><w:tcPr><w:tcW w:w="4531" w:type="dxa"/>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
}

export const picture = (relation: string, alt: string, link = 'embed') =>
  '<w:r><w:drawing><wp:inline distT="0" distB="0"><wp:extent cx="990" cy="792"/>' +
  `<wp:docPr id="1" name="Picture 1" descr="${escaped(alt)}"/><a:graphic>` +
  '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>' +
  `<a:blip r:${link}="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A text box as Word writes it: a drawing, and its older twin for programs that do not know it. */
export const textBox = (content: string) =>
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>' +
  `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

export const relation = (id: string, type: string, target: string, isExternal = false) =>
  `<Relationship Id="${id}" Type="${REL}/${type}" Target="${escaped(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`;
