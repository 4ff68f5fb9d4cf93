import { describe, expect, test } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { DOMParser as DocumentParser } from '@tiptap/pm/model';
import { cleanPaste, plainAsHtml } from './clean-paste.js';
import { LessonText } from './lesson-text.js';
import { LESSON_SCHEMA } from './schema.js';

const schema = getSchema(LESSON_SCHEMA);

/** What would be in the lesson's file after pasting into an empty one. */
function pasted(html: string): string {
  const page = document.createElement('div');
  page.innerHTML = cleanPaste(html);
  return new LessonText(schema).write(DocumentParser.fromSchema(schema).parse(page));
}

/** As Word 2016 for Windows puts it on the clipboard, shortened only in its style sheet. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm; mso-style-unhide:no;} --></style>
<!--[if gte mso 10]><style> table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]-->
</head><body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle><span lang=EN-US style='mso-ansi-language:EN-US'>Tiền lương làm thêm giờ<o:p></o:p></span></p>
<h1><span lang=EN-US>1. Luật nói gì<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:6.0pt;text-align:justify'><b style='mso-bidi-font-weight:
normal'><span style='font-size:14.0pt;font-family:"Times New Roman",serif'>Điều 98</span></b><span
style='font-size:14.0pt'>&nbsp;quy định <span style='font-style:italic'>ba mức</span> trả
lương; xem <a href="https://vanban.chinhphu.vn/">văn bản</a> <span class=GramE>và</span> mục&nbsp;2<a style='mso-footnote-id:ftn1'
href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Ngày thường: <b>150%</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>ban đêm cộng thêm 30%<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Ngày lễ: 300%<o:p></o:p></p>
<p class=MsoNormal>Cách làm:<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp;</span></span><![endif]>Đếm giờ</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp;&nbsp;</span></span><![endif]>Tính tiền</p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0'><td width=200 rowspan=2 style='width:150pt'><p class=MsoNormal><b>Ngày<o:p></o:p></b></p></td>
  <td colspan=2><p class=MsoNormal>Mức</p><p class=MsoNormal>tối thiểu<o:p></o:p></p></td></tr>
 <tr><td><p class=MsoNormal>ban ngày</p></td><td><p class=MsoNormal>ban đêm</p></td></tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025"><v:imagedata src="file:///C:/Users/AN/Temp/msohtmlclip1/01/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img
width=300 src="file:///C:/Users/AN/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" v:shapes="Picture_x0020_1"><![endif]></p>
<!--EndFragment--></body></html>`;

describe('pasting from Word', () => {
  test('gives headings, lists of both kinds and levels, the table and the words, and nothing of Word', () => {
    expect(pasted(WORD)).toBe(`## Tiền lương làm thêm giờ

## 1. Luật nói gì

**Điều 98** quy định *ba mức* trả lương; xem [văn bản](https://vanban.chinhphu.vn/) và mục 2\\[1\\].

- Ngày thường: **150%**
  - ban đêm cộng thêm 30%
- Ngày lễ: 300%

Cách làm:

3. Đếm giờ
4. Tính tiền

| **Ngày** | Mức tối thiểu |  |
|---|---|---|
|  | ban ngày | ban đêm |
`);
  });

  test('a bold that Google Docs wraps around everything is none', () => {
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;">Đậm</span><span style="font-weight:400;"> thường</span></p></b>';
    expect(pasted(html)).toBe('**Đậm** thường\n');
  });

  test('scripts, frames and addresses that run something do not come along', () => {
    const html =
      '<p onclick="x()">Một<script>alert(1)</script><iframe src="https://x.vn"></iframe> <a href="javascript:alert(1)">hai</a> <img src=x onerror=alert(1)></p>';
    expect(pasted(html)).toBe('Một hai\n');
  });
});

describe('pasting from Zalo', () => {
  test('a message of the web chat: lines, faces, nothing of its looks', () => {
    const html = `<html><body><!--StartFragment--><div class="card card--text" data-translate="msg"><span-15 class="text"><span style="color: rgb(8, 27, 58); font-family: SegoeuiPc;">Anh chị lưu ý:<br>Mai họp lúc 14h <span class="emoji-sizer"><img class="emoji" alt="😀" src="https://chat.zalo.me/emoji.png"></span></span><br><br><b>Mang theo sổ</b></span-15></div><!--EndFragment--></body></html>`;
    expect(pasted(html)).toBe('Anh chị lưu ý:\n\nMai họp lúc 14h 😀\n\n**Mang theo sổ**\n');
  });

  test('plain text: a paragraph a line, signs as lists', () => {
    expect(plainAsHtml('Chuẩn bị:\r\n- sổ\r\n• bút\n\n1. Đếm\n2) Tính <b>')).toBe(
      '<p>Chuẩn bị:</p><ul><li><p>sổ</p></li><li><p>bút</p></li></ul><ol><li><p>Đếm</p></li><li><p>Tính &lt;b&gt;</p></li></ol>',
    );
  });
});
