/**
 * Why a shared text is refused. Stable: the values appear in records, reports and vectors.
 *
 * - `empty`: nothing but blanks
 * - `too-long`: more words or bytes than the format allows
 * - `not-nfc`: not in Unicode normalisation form C
 * - `control-character`: a line break, a control, bidi, zero-width, tag, private-use or otherwise invisible character,
 *   a lone surrogate, or a blank other than U+0020
 * - `url`: a link or a host name
 * - `secret-pattern`: what looks like a key, a token or a password
 * - `instruction`: an attempt to speak to the reading model instead of describing the task, or markup that could pass
 *   for the frame of a prompt
 */
export type TextRefusal =
  | 'empty'
  | 'too-long'
  | 'not-nfc'
  | 'control-character'
  | 'url'
  | 'secret-pattern'
  | 'instruction'

/** The verdict on a text. */
export type TextVerdict = { ok: true } | { ok: false; reason: TextRefusal }

// Categories Cc, Cf, Cs, Co, Zl and Zp, everything that is drawn as nothing, non-characters, and blanks but U+0020.
// U+2800 is a blank that Unicode counts among the symbols.
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|(?! )\p{Zs}/u

// Host names only under endings that no tool is likely to be named after: `crm.link` is a tool, `evil.com` is not.
const URLS = [
  /\b[a-z][a-z0-9+.-]*:\/\//i,
  /\bwww\.[a-z0-9]/i,
  /\b(?:javascript|vbscript|mailto|magnet|ipfs):\S/i,
  /\bdata:[a-z]+\/[a-z]/i,
  /(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|xyz|ru|cn|onion)(?![\w.-]*\w)/i,
  /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?::\d|\/)/,
]

/** What looks like a key, a token or a password in any shared text; hasSecret knows more. */
export const SECRETS: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{20,}/,
  /\b(?:github_pat|glpat|npm|hf|pypi|sk|pk|rk)[_-][A-Za-z0-9_-]{20,}/,
  /\bxox[a-z]-[A-Za-z0-9-]{10,}/,
  /\bAIza[A-Za-z0-9_-]{30,}/,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/,
  /-----BEGIN /,
  /\b(?:0x)?[0-9a-f]{64}\b/i,
  /(?<![A-Za-z0-9+/_-])(?=[A-Za-z0-9+/_-]*\d)(?=[A-Za-z0-9+/_-]*[A-Z])[A-Za-z0-9+/_-]{40,}={0,2}/,
  /\b(?:pass(?:word|wd|phrase)|secret|api[ _-]?key|private[ _-]?key|access[ _-]?token|bearer)\b["']?\s*[:=]\s*["']?[^\s"',}]{6,}/i,
]

// On the text as written: frames of prompts, chats and documents.
const FRAMES = [
  /<\s*[/!?|]|[|]\s*>/,
  /<\s*\p{L}[^<>]*>/u,
  /\[\s*\/?\s*(?:inst|sys|system|assistant|user)\s*\]/i,
  /`{3}|~{3}|"{3}/,
  /(?:^|\s|\\n)#{1,6}\s*(?:system|instructions?|response|human|user|assistant|prompt|context|task)\b/i,
  /(?:^|[\s>\])}"']|\\[nr])(?:system|assistant|developer|human)\s*:/i,
  /(?:^|[.!?;]["']?\s+|\\[nr]\s*)(?:user|ai|bot|model|tool|admin|root|instructions?)\s*:/i,
  /\\u00[01][0-9a-f]|\\x[01][0-9a-f]/i,
]

const COMMANDS = 'instructions?|prompts?|directives?|guidelines?|guardrails?|programming|training'
const ORDERS =
  'you|your|always|never|only|please|answer|respond|reply|write|ignore|obey|act|behave|output|speak|say|call|use|treat|follow|trust|be|do'
const EARLIER = 'previous(?:ly)?|prior|above|earlier|preceding|foregoing'

// On the folded text (see foldText): one blank between words, no punctuation.
const PHRASES = [
  `\\b(?:ignore|disregard|forget|override|bypass|neglect|discard|skip|drop) (?:\\w+ ){0,3}(?:${EARLIER}|initial|original|existing|current|system|your|all|any|these|those|other|every) (?:\\w+ ){0,2}(?:${COMMANDS})\\b`,
  `\\b(?:ignore|disregard|forget|override|bypass|neglect|discard) (?:\\w+ ){0,3}(?:${EARLIER}) (?:\\w+ ){0,2}(?:rules?|messages?|text|context|constraints?|policy|policies|conversation|steps|hints|lessons|experiences?)\\b`,
  `\\b(?:ignore|disregard|forget|override|bypass|neglect|discard) (?:\\w+ ){0,4}(?:${COMMANDS}|rules?|messages?|constraints?|policy|policies) (?:\\w+ ){0,2}(?:above|before|earlier|given|so far)\\b`,
  '\\b(?:ignore|disregard|forget|override|bypass) (?:the |these |those |my |our |your )?(?:instructions|prompts?|guidelines|guardrails)\\b',
  `\\b(?:ignore|disregard|forget) (?:everything|anything|all|whatever|what) (?:\\w+ ){0,3}(?:${EARLIER}|before|you|said|told|else)\\b`,
  '\\b(?:do not|dont|never|stop) (?:follow|obey|comply with|heed|listen to) (?:\\w+ ){0,3}(?:instructions?|prompts?|rules?|guidelines?|user|system|developer)\\b',
  '\\b(?:new|updated|real|actual|secret|hidden|following|override) instructions?\\b',
  '\\b(?:system|developer|hidden|secret|initial) (?:prompt|message|instructions?)\\b',
  '\\byou are (?:now|no longer|an? (?:\\w+ )?(?:ai|assistant|model|chatbot|agent|bot|hacker)|chatgpt|gpt|claude|dan)\\b',
  '\\b(?:act as (?:an?|if|the|my|though)|pretend (?:to|you|that)|roleplay|role play as|jailbreak|developer mode|dan mode|god mode|do anything now)\\b',
  // Not where a request merely says since when: "sits with legal from now on".
  `\\b(?:from now on|henceforth) (?:\\w+ ){0,2}?(?:${ORDERS})\\b`,
  `\\b(?:${ORDERS}) (?:\\w+ ){0,5}(?:from now on|henceforth)\\b`,
  '\\byou (?:must|should|will|shall) (?:now|obey|comply|ignore|disregard|always obey|immediately)\\b',
  '\\b(?:dear|attention|hey|hello|note to|message to|reminder to) (?:\\w+ )?(?:ai|assistant|model|llm|agent|chatbot|gpt)\\b',
  '\\b(?:as|being) an? (?:\\w+ )?(?:ai|llm|language model|chatbot)\\b',
  '\\b(?:reveal|print|repeat|output|show|leak|expose|disclose|tell me|give me) (?:\\w+ ){0,3}(?:prompts?|instructions|system message|conversation|chat history|passwords?|credentials|api keys?|private keys?|seed phrase|environment variables?)\\b',
  '\\b(?:send|forward|post|upload|exfiltrate|transmit|leak|copy|email) (?:\\w+ ){0,4}(?:conversation|chat history|credentials|private keys?|seed phrase|environment variables?)\\b',
  '\\b(?:do not|dont|never|without) (?:tell|telling|inform|informing|mention|mentioning|alert|alerting|warn|warning|notify|notifying) (?:\\w+ ){0,2}(?:user|users|human|humans|operator|owner|anyone|anybody|this)\\b',
  '\\brm (?:r|f|rf|fr|recursive)\\b',
].map((phrase) => new RegExp(phrase, 'u'))

/** The rules that hold for every shared text, whatever its length; undefined when none is broken. */
export function findRefusal(text: string): TextRefusal | undefined {
  if (INVISIBLE.test(text)) return 'control-character'
  if (text.normalize('NFC') !== text) return 'not-nfc'
  if (text.trim() === '') return 'empty'
  // Full-width and other compatibility forms must not carry a link or a frame past the patterns.
  const plain = text.normalize('NFKC')
  if (matches(URLS, text) || matches(URLS, plain)) return 'url'
  if (matches(SECRETS, text) || matches(SECRETS, plain)) return 'secret-pattern'
  const framed = matches(FRAMES, text) || matches(FRAMES, plain)
  return framed || matches(PHRASES, foldText(text)) ? 'instruction' : undefined
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}

// Letters of other scripts, and digits, that pass for Latin letters.
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  ɩ: 'i',
  ɑ: 'a',
  ɡ: 'g',
  օ: 'o',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * A text as the phrase patterns see it: compatibility forms resolved, marks dropped, look-alikes replaced, lower case,
 * everything that is neither letter nor digit one blank. A digit or sign in front of letters stands for the letter it resembles.
 */
export function foldText(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const latin = bare
    .replace(/\p{L}/gu, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/(?<!\p{N})[013457@$!](?=\p{L}{2})/gu, (sign) => LOOKALIKES[sign] ?? sign)
  return latin
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
