import type { Experience } from '../../protocol/experience/experience.ts'
import type { MemoryItem } from '../memory.ts'

/** An experience as memory for a prompt: its sentence, its example, or both. */
export function toMemoryItem(experience: Experience): MemoryItem {
  switch (experience.kind) {
    case 'sentence':
      return { text: experience.text }
    case 'example':
      return { example: experience.example }
    case 'both':
      return { text: experience.text, example: experience.example }
  }
}
