/**
 * The reader's own face, size and colours are respected: lengths are in em, and colour is only in lines and tints that
 * also work on electronic paper.
 */
export const EPUB_STYLE = `body { line-height: 1.5; margin: 0 4%; }
h1, h2, h3, h4 { line-height: 1.3; page-break-after: avoid; break-after: avoid; text-align: left; }
h1 { font-size: 1.5em; margin: 0.2em 0 0.6em; }
h2 { font-size: 1.2em; margin: 1.6em 0 0.5em; }
h3 { font-size: 1.05em; margin: 1.4em 0 0.4em; }
h4 { font-size: 1em; margin: 1.2em 0 0.4em; }
p { margin: 0.6em 0; }
ul, ol { margin: 0.6em 0; padding-left: 1.4em; }
li { margin: 0.35em 0; }
a { color: #0b4f8a; }
.kicker { font-size: 0.9em; font-weight: bold; color: #0b4f8a; margin: 1.2em 0 0; }
.lead { color: #414d5c; }
.meta { font-size: 0.85em; color: #414d5c; }
.title-page { text-align: left; }
.title-page h1 { font-size: 1.9em; margin-top: 0.3em; }
.title-page .kicker { margin-top: 3em; }
.title-page .caution { margin-top: 3em; font-size: 0.85em; }
.box { margin: 1.2em 0; padding: 0.3em 0.9em; border-left: 0.3em solid #0b4f8a; background: #eef4f9; }
.box-title { font-weight: bold; color: #0b4f8a; page-break-after: avoid; break-after: avoid; }
.ghi-nho { border-left-color: #0f6a38; background: #eaf5ee; }
.ghi-nho > .box-title { color: #0f6a38; }
.luu-y, .nghi-van { border-left-color: #855f00; background: #fcf6e6; }
.luu-y > .box-title, .nghi-van > .box-title { color: #855f00; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: 0.9em; line-height: 1.4; }
th, td { border-top: 1px solid #c9d3de; border-bottom: 1px solid #c9d3de; padding: 0.4em 0.4em 0.4em 0; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #0b4f8a; }
tr { page-break-inside: avoid; break-inside: avoid; }
blockquote { margin: 1em 0; padding-left: 0.9em; border-left: 0.2em solid #c9d3de; }
pre { white-space: pre-wrap; font-size: 0.85em; }
hr { border: 0; border-top: 1px solid #c9d3de; margin: 1.5em 0; }
.picture { font-style: italic; color: #414d5c; }
.index dt { margin-top: 0.8em; font-weight: bold; }
.index dd { margin: 0 0 0 1.2em; }
nav ol { list-style: none; padding-left: 1em; }
`;
