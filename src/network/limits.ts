/** Every cap of the network layer. Each one has a row in docs/spec/network.md. */
export const NETWORK_LIMITS = {
  /** Most blocks one request may name. */
  blocksPerRequest: 64,
  /** Largest block request frame in bytes. */
  blockRequestBytes: 8 * 1024,
  /** Most block bytes in one response; what would exceed it is answered as left out. */
  blockResponseBytes: 8 << 20,
  /** Most heads in one frame. */
  headsPerFrame: 256,
  /** Most heads in one exchange, each direction. */
  headsPerExchange: 16_384,
  /** Largest frame of the head exchange in bytes, batches of operations apart. */
  headFrameBytes: 64 * 1024,
  /** Most operations in one batch. */
  operationsPerBatch: 64,
  /** Largest batch of operations in bytes, its frame included. */
  operationBatchBytes: 256 * 1024,
  /** Most batches one side may ask for in one exchange. */
  batchesPerExchange: 1_024,
  /** Most operation bytes one side takes in one exchange. */
  operationBytesPerExchange: 8 << 20,
  /** Longest one exchange may take, in milliseconds. */
  exchangeMs: 30_000,
  /** Longest wait for one frame, in milliseconds, unless the caller says otherwise. */
  frameMs: 5_000,
  /** Most streams of one protocol that one connection may hold open towards us. */
  streamsPerConnection: 4,
  /** Most streams of one protocol that all connections together may hold open towards us. */
  streamsPerProtocol: 32,
  /** Most gossip messages in validation at once; further ones are ignored. */
  validationsInFlight: 512,
  /** Largest gossip frame (messages and control together) in bytes. */
  gossipFrameBytes: 4 << 20,
  /** Most messages in one gossip frame. */
  messagesPerFrame: 512,
  /** Most bytes that wait to be sent on one gossip stream; beyond it the stream is reset. */
  gossipOutboundBytes: 8 << 20,
  /** Most connections. */
  connections: 100,
  /** Most connections accepted per second from one address, unless it is loopback. */
  inboundPerSecond: 20,
  /** How many accepted messages are remembered, so that none is delivered twice. */
  rememberedMessages: 16_384,
  /** How many peers' penalty points are remembered. */
  rememberedPeers: 4_096,
} as const
