/** What a message validator decides: relay it, drop it silently, or drop it and lower the sender's score. */
export type MessageVerdict = 'accept' | 'ignore' | 'reject'

/** Checks a message before it is relayed or delivered. Reject only what is invalid for everyone. */
export type MessageValidator = (
  bytes: Uint8Array,
  from: string,
) => Promise<MessageVerdict> | MessageVerdict

/** Largest gossip message in bytes. */
export const MAX_MESSAGE_BYTES = 16 * 1024

/** Best-effort broadcast by topic. Delivery is not guaranteed: anti-entropy repairs what it misses. */
export interface Gossip {
  /**
   * Sends bytes to every subscriber of a topic, the sender excluded.
   * @throws DsoError `MESSAGE_TOO_LARGE` above {@link MAX_MESSAGE_BYTES}
   */
  publish(topic: string, bytes: Uint8Array): Promise<void>
  /**
   * Receives a topic's messages that pass `validator`; each distinct message once.
   * @returns stops the subscription
   */
  subscribe(
    topic: string,
    validator: MessageValidator,
    handler: (bytes: Uint8Array, from: string) => void,
  ): () => void
}
