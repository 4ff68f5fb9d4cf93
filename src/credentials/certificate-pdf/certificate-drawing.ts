/** Everything that goes on the paper, already worded. */
export interface CertificateDrawing {
  /** Title of the file in a viewer's window. */
  documentTitle: string;
  /** Top left: the unit above the issuer, and the issuer. */
  issuerParent: string | null;
  issuerName: string;
  kind: string;
  title: string | null;
  /** Words before the name, such as "chứng nhận Ông/Bà". */
  addressing: string;
  holder: string;
  /** Office and unit. */
  holderUnit: string | null;
  completed: string;
  course: string;
  /** Hours, class and dates, results; one line each. */
  details: string[];
  /** Register number, blank serial, validity; small lines at the foot. */
  registerLines: string[];
  dateLine: string;
  /** Above the place for stamp and signature. */
  signatory: string;
  /** What the QR code opens. */
  verificationUrl: string;
  /** The code in two groups, printed beneath. */
  verificationCode: string;
  /** Where a person without a camera types the code. */
  verifyAt: string;
  /** Metadata's instant (ISO 8601): fixed, so that the same certificate always gives the same bytes. */
  issuedAt: string;
}
