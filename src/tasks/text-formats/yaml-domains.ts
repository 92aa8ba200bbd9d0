import type { Random } from '../../protocol/ports/random.ts'
import { between, pick, sample } from '../common/draws.ts'
import { WORDS } from '../common/words.ts'
import { listWords } from '../common/wordings.ts'
import type { FormatDomain } from './format-domain.ts'

const yaml = { format: 'YAML', ordered: false } as const

/** Tools that take YAML, each with a drawn style of its own. */
export function drawYamlDomains(random: Random): FormatDomain[] {
  return [
    quotes(random),
    order(random),
    lists(random),
    booleans(random),
    nothing(random),
    indents(random),
    header(),
  ]
}

function quotes(random: Random): FormatDomain {
  const [mark = '', word = ''] = pick(random, [
    ["'", 'single'],
    ['"', 'double'],
  ])
  return {
    ...yaml,
    name: 'labels.save',
    teaching: 'single',
    aspects: ['quotes'],
    explicit: `texts stand in ${word} quotes`,
    vague: 'texts are not in our style',
    rule: `with every text in ${word} quotes, e.g. name: ${mark}zebra${mark}`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `Save the name ${first} and the place ${second}.`,
        text: `name: ${mark}${first}${mark}\nplace: ${mark}${second}${mark}`,
        literals: [first, second],
      }
    },
  }
}

function order(random: Random): FormatDomain {
  const rising = random.integer(2) === 0
  const words = rising ? 'in alphabetical order' : 'in reverse alphabetical order'
  return {
    ...yaml,
    ordered: true,
    name: 'settings.save',
    teaching: 'single',
    aspects: [],
    explicit: `members are sorted ${words}`,
    vague: 'the order is wrong',
    rule: `with the names of members ${words}`,
    draw: (source) => {
      const names = sample(source, WORDS, 3)
      const entries = names.map((name) => ({ name, count: between(source, 2, 90) }))
      const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
      const lines = (rising ? sorted : sorted.toReversed()).map(
        ({ name, count }) => `${name}: ${count}`,
      )
      return {
        request: `Save ${listWords(entries.map(({ name, count }) => `${name} ${count}`))}.`,
        text: lines.join('\n'),
        literals: entries.flatMap(({ name, count }) => [name, count]),
      }
    },
  }
}

function lists(random: Random): FormatDomain {
  const style = pick(random, [
    { aspects: ['list'], words: 'in brackets', shown: '[zebra, lion]' },
    {
      aspects: ['list', 'listIndent'],
      words: 'with two spaces and a dash before each element',
      shown: '',
    },
    {
      aspects: ['list', 'listIndent'],
      words: 'with a dash before each element and no spaces before it',
      shown: '',
    },
  ])
  const write = (name: string, words: readonly string[]): string => {
    if (style.shown !== '') return `${name}: [${words.join(', ')}]`
    const indent = style.words.startsWith('with two') ? '  ' : ''
    return `${name}:\n${words.map((word) => `${indent}- ${word}`).join('\n')}`
  }
  return {
    ...yaml,
    ordered: true,
    name: 'groups.save',
    teaching: 'single',
    aspects: style.aspects,
    explicit: `lists are written ${style.words}`,
    vague: 'the list is not in our style',
    rule: `with lists ${style.words}${style.shown === '' ? '' : `, e.g. zoo: ${style.shown}`}`,
    draw: (source) => {
      const [name = '', ...words] = sample(source, WORDS, 4)
      return {
        request: `Save a list called ${name} with ${listWords(words)}.`,
        text: write(name, words),
        literals: [name, ...words],
      }
    },
  }
}

function booleans(random: Random): FormatDomain {
  const [yes = '', no = ''] = pick(random, [
    ['yes', 'no'],
    ['on', 'off'],
    ['true', 'false'],
  ])
  return {
    ...yaml,
    name: 'switches.save',
    teaching: yes === 'true' ? 'guessable' : 'single',
    aspects: ['boolean'],
    explicit: `switches are ${yes} or ${no}`,
    vague: 'this is not how we write a switch',
    rule: `with ${yes} for what is enabled and ${no} for what is disabled`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      return {
        request: `Enable ${first} and disable ${second}.`,
        text: `${first}: ${yes}\n${second}: ${no}`,
        literals: [first, second],
      }
    },
  }
}

function nothing(random: Random): FormatDomain {
  const mark = pick(random, ['~', 'null'])
  return {
    ...yaml,
    name: 'limits.save',
    teaching: 'single',
    aspects: ['nothing'],
    explicit: `what has no value is written ${mark}`,
    vague: 'this is not how we write nothing',
    rule: `with ${mark} for what has no value`,
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      const count = between(source, 2, 90)
      return {
        request: `Save ${first} ${count}, and ${second} without a value.`,
        text: `${first}: ${count}\n${second}: ${mark}`,
        literals: [first, count, second],
      }
    },
  }
}

function indents(random: Random): FormatDomain {
  const width = pick(random, [3, 4])
  return {
    ...yaml,
    name: 'places.save',
    teaching: 'single',
    aspects: ['indent'],
    explicit: `inner members are indented by ${width} spaces`,
    vague: 'the indentation is wrong',
    rule: `with inner members indented by ${width} spaces`,
    draw: (source) => {
      const [outer = '', first = '', second = ''] = sample(source, WORDS, 3)
      const [one, two] = [between(source, 2, 90), between(source, 2, 90)]
      const pad = ' '.repeat(width)
      return {
        request: `Save a mapping ${outer} with ${first} ${one} and ${second} ${two} in it.`,
        text: `${outer}:\n${pad}${first}: ${one}\n${pad}${second}: ${two}`,
        literals: [outer, first, one, second, two],
      }
    },
  }
}

function header(): FormatDomain {
  return {
    ...yaml,
    name: 'stock.save',
    teaching: 'single',
    aspects: ['header'],
    explicit: 'a document begins with a line of three dashes',
    vague: 'the document does not begin as ours do',
    rule: 'with --- as the first line',
    draw: (source) => {
      const [first = '', second = ''] = sample(source, WORDS, 2)
      const [one, two] = [between(source, 2, 90), between(source, 2, 90)]
      return {
        request: `Save ${first} ${one} and ${second} ${two}.`,
        text: `---\n${first}: ${one}\n${second}: ${two}`,
        literals: [first, one, second, two],
      }
    },
  }
}
