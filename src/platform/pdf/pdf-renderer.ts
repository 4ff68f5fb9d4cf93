/** Draws PDFs away from the event loop. A port: tests may draw in their own thread. */
export abstract class PdfRenderer {
  /**
   * @param template file URL of an ES module that exports `draw(data, report): Promise<Uint8Array>`
   * @param data what the template needs; must survive a structured clone
   * @param onProgress told the share, 0 to 1, that the template reports as drawn; many templates report nothing
   * @returns the bytes of the PDF
   * @throws Error when the template fails, takes too long or its thread dies; worth a retry by the job
   */
  abstract render(template: URL, data: object, onProgress?: (share: number) => void): Promise<Buffer>;
}
