import sharp from 'sharp';

const LINES = [
  'ĐƠN YÊU CẦU HOÀ GIẢI',
  'Kính gửi: Hoà giải viên lao động',
  'Tôi làm việc tại tổ may số 3.',
  'Công ty chậm trả lương tháng 9',
  'và tháng 10 cho cả tổ.',
  'Đề nghị hoà giải theo Điều 188.',
];

/** What a telephone makes of a sheet of paper: a large JPEG lying on its side, which says so and where it was taken. */
export async function photographOfPage(): Promise<Buffer> {
  const text = LINES.map((line, at) => `<text x="160" y="${340 + at * 190}">${line}</text>`).join('');
  const ruled = Array.from({ length: 12 }, (_, at) => `<path d="M0 ${380 + at * 190}H1800" />`).join('');
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="2400"><rect width="1800" height="2400" fill="#f6f2e7"/>
    <g stroke="#b9c7dd" stroke-width="4">${ruled}</g>
    <g font-family="cursive, serif" font-size="96" font-style="italic" fill="#1c2f6b">${text}</g></svg>`;
  // Orientation 6: to be turned by a quarter to the right.
  return sharp(await sharp(Buffer.from(page)).rotate(-90).png().toBuffer())
    .withExif({ IFD3: { GPSLatitude: '21/1 1/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}
