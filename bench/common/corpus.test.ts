import { describe, expect, test } from 'vitest'
import { orderTexts, readGlosses } from './corpus.ts'

const gloss = (words: number): string => Array.from({ length: words }, () => 'word').join(' ')
const line = (text: string): string => `00001740 03 n 01 entity 0 001 @ 00001930 n 0000 | ${text}  `

describe('readGlosses', () => {
  test('takes what stands behind the bar, without the spaces around it', () => {
    const text = 'a small boat that is used to bring the people ashore; "it sank"'
    expect(readGlosses(`  1 This software | is\n${line(text)}\n`)).toEqual([text])
  })

  test('leaves out what is shorter than 10 or longer than 40 words', () => {
    const file = [9, 10, 40, 41].map((words) => line(gloss(words))).join('\n')
    expect(readGlosses(file)).toEqual([gloss(10), gloss(40)])
  })
})

describe('orderTexts', () => {
  test('the order depends on the texts alone, and each is there once', () => {
    const texts = ['a', 'b', 'c', 'd', 'e']
    const ordered = orderTexts(texts)
    expect(orderTexts([...texts.toReversed(), 'c'])).toEqual(ordered)
    expect(ordered.toSorted()).toEqual(texts)
    // By the SHA-256: 18ac…, 2e7d…, 3e23…, 3f79…, ca97….
    expect(ordered).toEqual(['d', 'c', 'b', 'e', 'a'])
  })
})
