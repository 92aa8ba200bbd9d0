import type { Random } from '../../protocol/ports/random.ts'
import { between, pick } from '../common/draws.ts'
import type { ValueDomain } from '../common/value-domain.ts'
import { wordRequest } from '../common/wordings.ts'

/** Tools that calculate with units and times, each with a drawn convention. */
export function drawUnitDomains(random: Random): ValueDomain[] {
  return [
    roundedMinutes(random),
    dayLength(random),
    houseFoot(random),
    houseCup(random),
    hundredweight(random),
    monthLength(random),
    weekLength(random),
    clockFormat(random),
    durationFormat(random),
    roundedHalves(random),
  ]
}

function roundedMinutes(random: Random): ValueDomain {
  const step = pick(random, [5, 10, 15])
  const way = pick(random, ['up', 'down'] as const)
  const round = way === 'up' ? Math.ceil : Math.floor
  return {
    name: 'timesheet.round',
    key: 'minutes',
    teaching: 'single',
    explicit: `expected full ${step} minutes, rounded ${way}`,
    vague: 'this is not one of our steps',
    rule: `rounded ${way} to full ${step} minutes`,
    draw: (source) => {
      const hours = between(source, 2, 23)
      const minutes = between(source, 2, 59)
      const total = hours * 60 + minutes
      if (total % step === 0) return undefined
      return {
        request: wordRequest(
          source,
          [
            'Log {hours} hours and {minutes} minutes.',
            'It took {hours} hours and {minutes} minutes.',
          ],
          {
            hours,
            minutes,
          },
        ),
        accepted: round(total / step) * step,
        literals: [hours, minutes],
      }
    },
  }
}

/** A sum of a big and a small unit in the small one, where the house has its own factor. */
function sumOfUnits(options: {
  name: string
  key: string
  teaching: ValueDomain['teaching']
  factor: number
  wordings: readonly string[]
  most: { big: number; small: number }
  explicit: string
  vague: string
  rule: string
}): ValueDomain {
  const { factor, wordings, most, ...domain } = options
  return {
    ...domain,
    draw: (source) => {
      const big = between(source, 2, most.big)
      const small = between(source, 2, most.small)
      return {
        request: wordRequest(source, wordings, { big, small }),
        accepted: big * factor + small,
        literals: [big, small],
      }
    },
  }
}

function dayLength(random: Random): ValueDomain {
  const hours = pick(random, [7, 8, 9])
  return sumOfUnits({
    name: 'payroll.hours',
    key: 'hours',
    teaching: hours === 8 ? 'guessable' : 'single',
    factor: hours,
    wordings: [
      '{big} days and {small} hours of work.',
      'Pay {big} working days and {small} hours.',
    ],
    most: { big: 30, small: 6 },
    explicit: `a day of work has ${hours} hours`,
    vague: 'this is not what a day of work has',
    rule: `as ${hours} for each day of work plus the hours`,
  })
}

function houseFoot(random: Random): ValueDomain {
  const centimetres = pick(random, [30, 32, 35])
  return sumOfUnits({
    name: 'timber.convert',
    key: 'centimetres',
    teaching: 'single',
    factor: centimetres,
    wordings: [
      'A board of {big} feet and {small} centimetres.',
      'Cut {big} feet and {small} centimetres.',
    ],
    most: { big: 40, small: 20 },
    explicit: `a foot has ${centimetres} centimetres here`,
    vague: 'this is not our foot',
    rule: `as ${centimetres} for each foot plus the centimetres`,
  })
}

function houseCup(random: Random): ValueDomain {
  const millilitres = pick(random, [200, 220, 300])
  return sumOfUnits({
    name: 'kitchen.convert',
    key: 'millilitres',
    teaching: 'single',
    factor: millilitres,
    wordings: [
      '{big} cups and {small} millilitres of milk.',
      'Measure {big} cups and {small} millilitres.',
    ],
    most: { big: 12, small: 99 },
    explicit: `a cup has ${millilitres} millilitres here`,
    vague: 'this is not our cup',
    rule: `as ${millilitres} for each cup plus the millilitres`,
  })
}

function hundredweight(random: Random): ValueDomain {
  const kilograms = pick(random, [40, 50, 60])
  return sumOfUnits({
    name: 'freight.weight',
    key: 'kilograms',
    teaching: 'single',
    factor: kilograms,
    wordings: [
      '{big} sacks and {small} kilograms of grain.',
      'Load {big} sacks and {small} kilograms.',
    ],
    most: { big: 40, small: 30 },
    explicit: `a sack has ${kilograms} kilograms`,
    vague: 'this is not our sack',
    rule: `as ${kilograms} for each sack plus the kilograms`,
  })
}

function monthLength(random: Random): ValueDomain {
  const days = pick(random, [30, 28, 31])
  return sumOfUnits({
    name: 'storage.term',
    key: 'days',
    teaching: days === 30 ? 'guessable' : 'single',
    factor: days,
    wordings: [
      'Store it for {big} months and {small} days.',
      '{big} months and {small} days of storage.',
    ],
    most: { big: 24, small: 20 },
    explicit: `a month has ${days} days here`,
    vague: 'this is not what a month has',
    rule: `as ${days} for each month plus the days`,
  })
}

function weekLength(random: Random): ValueDomain {
  const days = pick(random, [5, 6, 7])
  return sumOfUnits({
    name: 'school.days',
    key: 'days',
    teaching: days === 7 ? 'guessable' : 'single',
    factor: days,
    wordings: [
      'A course of {big} weeks and {small} days.',
      '{big} weeks and {small} days of lessons.',
    ],
    most: { big: 40, small: 4 },
    explicit: `a week has ${days} days here`,
    vague: 'this is not what a week has',
    rule: `as ${days} for each week plus the days`,
  })
}

function clockFormat(random: Random): ValueDomain {
  const [mark = '', teaching] = pick(random, [
    [':', 'guessable'],
    ['h', 'single'],
    ['.', 'single'],
  ] as const)
  return {
    name: 'station.clock',
    key: 'time',
    teaching,
    explicit: `expected hours up to 24, "${mark}" and minutes`,
    vague: 'this is not how we write a time',
    rule: `as hours up to 24, "${mark}" and minutes, e.g. 13${mark}05 for 1:05 pm`,
    draw: (source) => {
      const hour = between(source, 2, 11)
      const minute = between(source, 10, 59)
      return {
        request: wordRequest(
          source,
          ['It leaves at {hour}:{minute} pm.', 'Be there at {hour}:{minute} pm.'],
          {
            hour,
            minute,
          },
        ),
        accepted: `${hour + 12}${mark}${minute}`,
        literals: [hour, minute],
      }
    },
  }
}

function durationFormat(random: Random): ValueDomain {
  const format = pick(random, [
    {
      words: 'hours and two digits of minutes with a colon',
      example: '21:05',
      write: (h: number, m: string) => `${h}:${m}`,
    },
    {
      words: 'two digits of hours, h, two digits of minutes',
      example: '21h05',
      write: (h: number, m: string) => `${String(h).padStart(2, '0')}h${m}`,
    },
    {
      words: 'hours and minutes after PT as in PT21H5M',
      example: 'PT21H5M',
      write: (h: number, m: string) => `PT${h}H${Number(m)}M`,
    },
  ])
  return {
    name: 'film.length',
    key: 'length',
    teaching: 'single',
    explicit: `expected ${format.words}`,
    vague: 'this is not how we write a length',
    rule: `as ${format.words}, e.g. ${format.example} for 1265 minutes`,
    draw: (source) => {
      const total = between(source, 61, 599)
      const minutes = String(total % 60).padStart(2, '0')
      return {
        request: wordRequest(
          source,
          ['The film runs {total} minutes.', 'A film of {total} minutes.'],
          { total },
        ),
        accepted: format.write(Math.floor(total / 60), minutes),
        literals: [total],
      }
    },
  }
}

function roundedHalves(random: Random): ValueDomain {
  const isEven = random.integer(2) === 0
  const words = isEven ? 'halves to the even number' : 'halves down'
  const round = (tenths: number): number => {
    const whole = Math.floor(tenths / 10)
    const rest = tenths % 10
    if (rest !== 5) return rest > 5 ? whole + 1 : whole
    return isEven && whole % 2 === 1 ? whole + 1 : whole
  }
  return {
    name: 'gauge.round',
    key: 'value',
    teaching: 'several',
    explicit: `expected a whole number, ${words}`,
    vague: 'this is not our way of rounding',
    rule: `rounded to a whole number, ${words}`,
    draw: (source) => {
      const whole = between(source, 3, 480)
      const rest = source.integer(2) === 0 ? 5 : pick(source, [1, 2, 3, 4, 6, 7, 8, 9])
      const kind = rest === 5 ? (whole % 2 === 1 ? 'odd half' : 'even half') : 'other'
      return {
        request: wordRequest(source, ['The gauge shows {value}.', 'A reading of {value}.'], {
          value: `${whole}.${rest}`,
        }),
        accepted: round(whole * 10 + rest),
        literals: [whole, rest],
        case: kind,
      }
    },
  }
}
