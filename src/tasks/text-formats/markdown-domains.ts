import type { Random } from '../../protocol/ports/random.ts'
import { pick, sample } from '../common/draws.ts'
import { WORDS } from '../common/words.ts'
import { listWords } from '../common/wordings.ts'
import type { FormatDomain } from './format-domain.ts'

const cap = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const markdown = { format: 'CommonMark', ordered: true } as const

/** Tools that take CommonMark, each with a drawn style of its own. */
export function drawMarkdownDomains(random: Random): FormatDomain[] {
  return [
    headings(random),
    bullets(random),
    steps(random),
    emphasis(random),
    strong(random),
    code(random),
    breaks(random),
    boxes(random),
    levels(random),
  ]
}

function headings(random: Random): FormatDomain {
  const style = pick(random, [
    {
      write: (title: string) => `${title}\n${'='.repeat(title.length)}`,
      words: 'underlined with equal signs',
    },
    { write: (title: string) => `# ${title} #`, words: 'with a hash before and after it' },
    { write: (title: string) => `# ${title}`, words: 'with one hash before it' },
  ])
  return {
    ...markdown,
    name: 'note.publish',
    teaching: style.words.startsWith('with one') ? 'guessable' : 'single',
    aspects: ['heading', 'level'],
    explicit: `headings are written ${style.words}`,
    vague: 'the heading is not in our style',
    rule: `with the heading ${style.words}`,
    draw: (source) => {
      const [first = '', second = '', third = ''] = sample(source, WORDS, 3)
      const title = `${cap(first)} and ${second}`
      return {
        request: `A note with the heading "${title}" and the paragraph "Bring the ${third}".`,
        text: `${style.write(title)}\n\nBring the ${third}`,
        literals: [first, second, third],
      }
    },
  }
}

function bullets(random: Random): FormatDomain {
  const mark = pick(random, ['*', '+', '-'])
  const name = { '*': 'a star', '+': 'a plus', '-': 'a dash' }[mark] ?? mark
  return {
    ...markdown,
    name: 'list.publish',
    teaching: mark === '-' ? 'guessable' : 'single',
    aspects: ['bullet'],
    explicit: `list items begin with ${name}`,
    vague: 'the list is not in our style',
    rule: `with ${name} before each list item`,
    draw: (source) => {
      const words = sample(source, WORDS, 3)
      return {
        request: `A list with no heading: ${listWords(words)}.`,
        text: words.map((word) => `${mark} ${word}`).join('\n'),
        literals: words,
      }
    },
  }
}

function steps(random: Random): FormatDomain {
  const delimiter = pick(random, [')', '.'])
  const rising = delimiter === ')' || random.integer(2) === 0
  const shown = rising ? `1${delimiter} 2${delimiter} 3${delimiter}` : `1. 1. 1.`
  return {
    ...markdown,
    name: 'guide.publish',
    teaching: rising && delimiter === '.' ? 'guessable' : 'single',
    aspects: ['delimiter', 'numbering'],
    explicit: `steps are numbered ${shown}`,
    vague: 'the numbers are not in our style',
    rule: `with the steps numbered like ${shown.slice(0, 8)}`,
    draw: (source) => {
      const words = sample(source, WORDS, 3)
      return {
        request: `Numbered steps, three words each: take the ${words[0] ?? ''}, then clean the ${words[1] ?? ''}, then pack the ${words[2] ?? ''}.`,
        text: words
          .map((word, index) => {
            const verb = ['take', 'clean', 'pack'][index] ?? 'take'
            return `${rising ? index + 1 : 1}${delimiter} ${verb} the ${word}`
          })
          .join('\n'),
        literals: words,
      }
    },
  }
}

function emphasis(random: Random): FormatDomain {
  const mark = pick(random, ['_', '*'])
  return {
    ...markdown,
    name: 'quote.publish',
    teaching: mark === '*' ? 'guessable' : 'single',
    aspects: ['emphasis'],
    explicit: `emphasis is written with ${mark === '_' ? 'underscores' : 'single stars'}`,
    vague: 'the emphasis is not in our style',
    rule: `with ${mark === '_' ? 'underscores' : 'single stars'} around what is emphasised, e.g. ${mark}zebra${mark}`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `The line "Mind the ${first} and the ${second}" with ${second} emphasised.`,
        text: `Mind the ${first} and the ${mark}${second}${mark}`,
        literals: [first, second],
      }
    },
  }
}

function strong(random: Random): FormatDomain {
  const mark = pick(random, ['__', '**'])
  return {
    ...markdown,
    name: 'alert.publish',
    teaching: mark === '**' ? 'guessable' : 'single',
    aspects: ['strong'],
    explicit: `strong text is written with ${mark === '__' ? 'two underscores' : 'two stars'}`,
    vague: 'the strong text is not in our style',
    rule: `with ${mark === '__' ? 'two underscores' : 'two stars'} around what is strong, e.g. ${mark}zebra${mark}`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `The line "The ${first} needs the ${second}" with ${first} strong.`,
        text: `The ${mark}${first}${mark} needs the ${second}`,
        literals: [first, second],
      }
    },
  }
}

function code(random: Random): FormatDomain {
  const fence = pick(random, ['~~~', '```'])
  const language = pick(random, ['text', 'sh'])
  return {
    ...markdown,
    name: 'snippet.publish',
    teaching: 'single',
    aspects: ['code', 'language'],
    explicit: `code stands between lines of ${fence}, the first with the word ${language}`,
    vague: 'the code is not in our style',
    rule: `with code between lines of ${fence}, the first with the word ${language}`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `A code block with the one line: ${first} --${second}`,
        text: `${fence}${language}\n${first} --${second}\n${fence}`,
        literals: [first, second],
      }
    },
  }
}

function breaks(random: Random): FormatDomain {
  const mark = pick(random, ['*', '_'])
  return {
    ...markdown,
    name: 'letter.publish',
    teaching: 'single',
    aspects: ['break'],
    explicit: `a thematic break is a line of ${mark === '*' ? 'stars' : 'underscores'}`,
    vague: 'the break is not in our style',
    rule: `with ${mark.repeat(3)} as the thematic break`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `The paragraph "Lend me the ${first}", a thematic break, the paragraph "I have the ${second}".`,
        text: `Lend me the ${first}\n\n${mark.repeat(3)}\n\nI have the ${second}`,
        literals: [first, second],
      }
    },
  }
}

function boxes(random: Random): FormatDomain {
  const mark = pick(random, ['*', '+'])
  const box = pick(random, ['[x]', '[X]'])
  return {
    ...markdown,
    name: 'todo.publish',
    teaching: 'single',
    aspects: ['bullet', 'box'],
    explicit: `tasks begin with ${mark} [ ] or, when done, ${mark} ${box}`,
    vague: 'the tasks are not in our style',
    rule: `with tasks as ${mark} [ ] or, when done, ${mark} ${box}`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `A task list with no heading: ${first}, which is done, and ${second}, which is open.`,
        text: `${mark} ${box} ${first}\n${mark} [ ] ${second}`,
        literals: [first, second],
      }
    },
  }
}

function levels(random: Random): FormatDomain {
  const level = pick(random, [2, 3, 4])
  return {
    ...markdown,
    name: 'wiki.publish',
    teaching: 'single',
    aspects: ['level'],
    explicit: `headings of a page are of level ${level}`,
    vague: 'the heading has the wrong level',
    rule: `with the heading at level ${level}, e.g. ${'#'.repeat(level)} Zebra`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `A page with the heading "${cap(first)}" and the paragraph "See ${second}".`,
        text: `${'#'.repeat(level)} ${cap(first)}\n\nSee ${second}`,
        literals: [first, second],
      }
    },
  }
}
