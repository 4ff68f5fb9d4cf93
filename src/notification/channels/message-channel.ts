export const CHANNELS = ['mail'] as const;

/** A way to reach a person beside the inbox. SMS, Zalo and push become further names with a sender each. */
export type ChannelName = (typeof CHANNELS)[number];

/** What goes to one address. Channels without pictures or markup use `text` alone. */
export interface OutgoingMessage {
  /** The same at every try: receivers that look at it drop what they have already. */
  id: string;
  /** Address of the channel, confirmed by its owner; never in a log line. */
  to: string;
  locale: 'vi' | 'en';
  /** One line. */
  subject: string;
  text: string;
  /** Complete and escaped. */
  html: string;
}

/** The port of one channel. */
export abstract class MessageChannel {
  /**
   * Hands one message over to the outside. Never within a transaction.
   * @throws MessageRefused when trying again is of no use; MessageNotSent when it is
   */
  abstract send(message: OutgoingMessage): Promise<void>;
}

/** Why a message did not go out: codes only, since what servers answer repeats the address. */
export class MessageNotSent extends Error {
  constructor(readonly reason: string) {
    super(`The message was not sent: ${reason}`);
  }
}

/** The other side refused for good. */
export class MessageRefused extends Error {
  /** @param ofAddress the address itself was refused, and would be for every message */
  constructor(
    readonly reason: string,
    readonly ofAddress: boolean,
  ) {
    super(`The message was refused: ${reason}`);
  }
}
