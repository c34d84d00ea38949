import { describe, expect, it } from 'vitest'
import { weighPage } from '../bench/weight.ts'
import { ONLINE } from '../journeys/examples.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const KB = 1024

describe('weight on a phone', () => {
  it.each(ONLINE)('the first form page of %s fits its budget, brotli', async (code) => {
    const { html, css, js } = await weighPage(stage.server().origin, `/thu-tuc/${code}/nop`)
    expect(html).toBeGreaterThan(KB)
    expect(css).toBeGreaterThan(KB)
    expect(js).toBeGreaterThan(KB / 2)
    expect(html + css + js).toBeLessThanOrEqual(30 * KB)
    expect(html + css).toBeLessThanOrEqual(20 * KB)
    expect(js).toBeLessThanOrEqual(10 * KB)
  })
})
