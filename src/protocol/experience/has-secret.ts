import { SECRETS } from './text-rules.ts'

/** What the shared rules of texts leave to the author: patterns that may grow without every reader's consent. */
const MORE_SECRETS: readonly RegExp[] = [
  // Private keys that are not PEM, and what is left of PEM once its lines are joined.
  /PuTTY-User-Key-File|AGE-SECRET-KEY-1[0-9A-Z]{10,}|\bssh-(?:rsa|ed25519|dss)\s+AAAA/i,
  /\bBEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY\b/i,
  // Keys of clouds and services, by the marks that their makers gave them.
  /\b(?:A3T[A-Z0-9]|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{12,}\b/,
  /\b(?:ya29\.|GOCSPX-|hvs\.|dp\.(?:pt|st|sa)\.|glsa_|lin_api_|secret_|EAAC?)[A-Za-z0-9_-]{16,}/,
  /\b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{8,}/,
  /\b(?:dop|doo|dor)_v1_[0-9a-f]{16,}|\bdapi[0-9a-f]{24,}|\bshp(?:at|ca|pa|ss)_[0-9a-f]{16,}/i,
  /\bSG\.[A-Za-z0-9_-]{12,}\.[A-Za-z0-9_-]{12,}|\bsq0[a-z]{3}-[A-Za-z0-9_-]{16,}/,
  /\b(?:AC|SK)[0-9a-f]{32}\b|\bkey-[0-9a-f]{32}\b|\b[0-9a-f]{32}-us\d{1,2}\b/,
  /\b(?:LTAI|AKID)[A-Za-z0-9]{12,}|\b\d{8,10}:[A-Za-z0-9_-]{30,}/,
  // Headers, pairs and connection strings.
  /\b(?:bearer|basic|token)\s+(?=[^\s]*\d)[A-Za-z0-9._~+/-]{16,}=*/i,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:[^\s@]+@/i,
  /\b(?:password|passwd|pwd|accountkey|sharedaccesskey(?:name)?|client[_ -]?secret)\s*=[\s"'\\]*[^\s"'\\;]{3,}/i,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[:|/;,]\s*(?=\S*[\d\W])\S{4,}/,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W.{0,24}\bpass\w*\W+(?:is\W+|was\W+)?(?=\S*\d)\S{4,}/i,
  /\b(?:password|passphrase|passcode|pass|pwd|secret|api[ _-]?key|token)\b["']?\s*(?:is|was|:|=|->|→)\s*["']?(?=[^\s"']*\d)(?=[^\s"']*\p{L})[^\s"']{6,}/iu,
  // Random text without a name: digits and letters of both cases, or a long hexadecimal number.
  /(?<![A-Za-z0-9])(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[a-z])(?=[A-Za-z0-9]*[A-Z])[A-Za-z0-9]{24,}/,
  /(?<![A-Za-z0-9])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{32,}(?![A-Za-z0-9])/i,
]

/**
 * Whether a text holds what looks like a secret: keys, tokens, passwords beside an address, private keys, connection
 * strings. Patterns know shapes, not secrets: what looks like a word passes.
 *
 * @param text at most some kilobytes
 */
export function hasSecret(text: string): boolean {
  const plain = text.normalize('NFKC')
  return [...SECRETS, ...MORE_SECRETS].some((pattern) => pattern.test(text) || pattern.test(plain))
}
