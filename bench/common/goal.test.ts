import { describe, expect, test } from 'vitest'
import { describeGoal } from './goal.ts'

describe('describeGoal', () => {
  test.each([
    [{ min: 35, max: null }, '≥ 35'],
    [{ min: -3, max: null }, '≥ −3'],
    [{ min: null, max: 0.65 }, '≤ 0.65'],
    [{ min: null, max: 0 }, '= 0'],
    [{ min: 10, max: 35 }, '10…35'],
    [{ min: null, max: null }, ''],
  ])('%o reads %j', (goal, text) => {
    expect(describeGoal(goal)).toBe(text)
  })
})
