import { expect, test } from 'vitest'
import { createLimiter } from '#app/shared/http/limiter.ts'
import { createBodyBudget } from './body-budget.ts'

function held(budget: ReturnType<typeof createBodyBudget>, bytes: number) {
  const gone = { is: false }
  const share = budget.open(() => {
    gone.is = true
  })
  expect(share.take(bytes)).toBe(true)
  return { ...share, isGone: () => gone.is }
}

test('the unfinished body that holds most gives way to a smaller one', () => {
  const budget = createBodyBudget(100)
  const [large, small] = [held(budget, 60), held(budget, 30)]
  const form = held(budget, 20)
  expect([large.isGone(), small.isGone(), form.isGone()]).toEqual([true, false, false])
  expect(large.take(1)).toBe(false)
  expect(budget.used()).toBe(50)
})

test('the largest does not push others out, and what has come whole stays', () => {
  const budget = createBodyBudget(100)
  const small = held(budget, 30)
  const large = held(budget, 60)
  expect(large.take(20)).toBe(false)
  large.whole()
  const next = budget.open(() => {})
  expect(next.take(20)).toBe(true)
  expect([small.isGone(), large.isGone(), budget.used()]).toEqual([true, false, 80])
  expect(next.take(30)).toBe(false)
  large.close()
  large.close()
  expect(budget.used()).toBe(20)
})

test('a limiter lets in by weight, in order, and the heaviest alone', async () => {
  const limiter = createLimiter(10)
  const leaveFirst = await limiter.enter(6)
  const entered: string[] = []
  const heavy = limiter.enter(50).then((leave) => {
    entered.push('heavy')
    return leave
  })
  const light = limiter.enter(1).then(() => entered.push('light'))
  expect(entered).toEqual([])
  leaveFirst()
  leaveFirst()
  const leaveHeavy = await heavy
  expect(entered).toEqual(['heavy'])
  leaveHeavy()
  await light
  expect(entered).toEqual(['heavy', 'light'])
})
