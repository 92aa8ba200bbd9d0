import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { escapeText, html } from './html.ts'

describe('html', () => {
  test('text is escaped, markup and lists of it are not, null leaves nothing', () => {
    const items = ['<a>', '"b"'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul class="${'x y'}">${items}${null}${1 / 3}</ul>`.source).toBe(
      '<ul class="x y"><li>&lt;a&gt;</li><li>&quot;b&quot;</li>0.33</ul>',
    )
  })

  test('an object that only looks like markup is not trusted', () => {
    const forged = JSON.parse('{"source":"<b>"}') as unknown as string
    expect(() => html`${forged}`).toThrow(TypeError)
  })

  test.prop([fc.string({ unit: 'binary' })])(
    'escaped text holds nothing that ends text',
    (text) => {
      expect(escapeText(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
    },
  )
})
