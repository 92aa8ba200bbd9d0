const DECIMALS = 18

/** Wei of a decimal number of tokens, such as `12.5`; undefined for what is none or has more than 18 decimals. */
export function parseTokens(text: string): bigint | undefined {
  const match = /^(\d{1,60})(?:\.(\d{1,18}))?$/.exec(text)
  if (match === null) return undefined
  const [, whole = '', fraction = ''] = match
  return BigInt(whole + fraction.padEnd(DECIMALS, '0'))
}

/** Tokens of so many wei, exactly, without trailing zeros. */
export function formatTokens(wei: bigint): string {
  const digits = String(wei < 0n ? -wei : wei).padStart(DECIMALS + 1, '0')
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '')
  const whole = digits.slice(0, -DECIMALS)
  return `${wei < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
