import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { MailChannel } from './mail-channel.service.js';
import type { ChannelName, MessageChannel } from './message-channel.js';

/** The channels of this installation by name. */
@Injectable()
export class MessageChannels {
  private readonly senders: Record<ChannelName, MessageChannel>;

  constructor(
    private readonly config: Config,
    mail: MailChannel,
  ) {
    this.senders = { mail };
  }

  /** Whether the operator has set the channel up; nothing is queued for one that is not. */
  isOn(channel: ChannelName): boolean {
    const settings: Record<ChannelName, string | undefined> = { mail: this.config.MAIL_URL };
    return settings[channel] !== undefined;
  }

  get(channel: ChannelName): MessageChannel {
    return this.senders[channel];
  }
}
