/** `value` with `digits` decimals and a true minus sign; never "−0". */
export function formatDecimal(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** A difference with its sign, e.g. `+47.9`, `−3.0`, `0.0`. */
export function formatSigned(value: number, digits: number): string {
  const text = formatDecimal(value, digits)
  return value > 0 && Number(text) !== 0 ? `+${text}` : text
}

/** A rate in [0, 1] as a whole percentage. */
export function formatPercent(rate: number): string {
  return `${formatDecimal(100 * rate, 0)}%`
}

/** A count with commas between thousands; fractions are rounded. */
export function formatCount(value: number): string {
  return formatDecimal(value, 0).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A size in bytes, kB or MB (powers of 1000). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_950) return `${formatDecimal(bytes / 1000, 1)} kB`
  return `${formatCount(bytes / 1e6)} MB`
}

/** A duration as seconds below two minutes, else minutes and seconds. */
export function formatSeconds(seconds: number): string {
  if (seconds < 120) return `${formatDecimal(seconds, seconds < 10 ? 1 : 0)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

/** An amount of $AI from wei in decimal digits: at most four decimals, cut, `<0.0001` for what would vanish. */
export function formatTokens(wei: string): string {
  const digits = wei.padStart(19, '0')
  const whole = digits.slice(0, -18).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits.slice(-18, -14).replace(/0+$/, '')
  if (whole === '0' && fraction === '' && /[1-9]/.test(wei)) return '<0.0001 AI'
  return fraction === '' ? `${whole} AI` : `${whole}.${fraction} AI`
}

/** `1 task`, `2 tasks`. */
export function formatNoun(count: number, noun: string): string {
  return `${formatCount(count)} ${count === 1 ? noun : `${noun}s`}`
}
