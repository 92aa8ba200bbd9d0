/** Where the earliest of the stop texts begins in `text`, or −1. */
export function firstStop(text: string, stops: readonly string[] = []): number {
  const found = stops.map((stop) => text.indexOf(stop)).filter((index) => index >= 0)
  return found.length === 0 ? -1 : Math.min(...found)
}
