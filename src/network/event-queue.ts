/** Something that happens at a moment of simulated time. */
export interface QueuedEvent {
  /** Milliseconds of simulated time. */
  atMs: number
  run: () => void
  /** A cancelled event is dropped without time passing for it. */
  cancelled: boolean
}

/** Events in order of time; those of one moment in order of arrival. */
export interface EventQueue {
  push(atMs: number, run: () => void): QueuedEvent
  /** Takes out the next event that is not cancelled. */
  pop(): QueuedEvent | undefined
  /** The time of the next event that is not cancelled. */
  nextMs(): number | undefined
}

interface Entry extends QueuedEvent {
  order: number
}

/** A binary heap of events. */
export function createEventQueue(): EventQueue {
  const heap: Entry[] = []
  let pushed = 0
  const isBefore = (a: Entry, b: Entry) =>
    a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)

  const takeFirst = (): Entry | undefined => {
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let hole = 0
    for (;;) {
      let child = 2 * hole + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!isBefore(heap[child]!, last)) break
      heap[hole] = heap[child]!
      hole = child
    }
    heap[hole] = last
    return first
  }

  const dropCancelled = () => {
    while (heap[0]?.cancelled === true) takeFirst()
  }

  return {
    push(atMs, run) {
      const entry: Entry = { atMs, run, cancelled: false, order: pushed++ }
      let hole = heap.length
      heap.push(entry)
      while (hole > 0) {
        const parent = (hole - 1) >> 1
        if (!isBefore(entry, heap[parent]!)) break
        heap[hole] = heap[parent]!
        hole = parent
      }
      heap[hole] = entry
      return entry
    },
    pop() {
      dropCancelled()
      return takeFirst()
    },
    nextMs() {
      dropCancelled()
      return heap[0]?.atMs
    },
  }
}
