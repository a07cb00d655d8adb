import { setImmediate as letOthers } from 'node:timers/promises'
import { Refusal } from '#app/shared/errors.ts'
import { createLimiter } from '#app/shared/http/limiter.ts'

const mostAtOnce = 40

// While one waits for the database another writes its lines; with more of them pages would wait behind all.
const batches = createLimiter(2)
const workbooks = createLimiter(1)
let open = 0

/** Room for one more download; refuses when there are too many. Answers how to give it back. */
export function enterExports(most = mostAtOnce): () => void {
  if (open >= most) throw new Refusal('busy', 'unavailable', { retryAfter: 30 })
  open += 1
  let isInside = true
  return () => {
    if (isInside) open -= 1
    isInside = false
  }
}

/** Makes the next batch of a file when it is its turn, and lets pages be answered before the one after it. */
export async function inExportSlot<T>(make: () => Promise<T>): Promise<T> {
  const leave = await batches.enter(1)
  try {
    return await make()
  } finally {
    leave()
    await letOthers()
  }
}

/** A workbook is put together in one go, in memory: one at a time. */
export async function oneWorkbook<T>(make: () => Promise<T>): Promise<T> {
  const leaveExports = enterExports()
  const leave = await workbooks.enter(1)
  try {
    return await make()
  } finally {
    leave()
    leaveExports()
  }
}
