type Waiting = { weight: number; enter: () => void }

/**
 * Lets work in, first come first served, while the weights of what is inside are within `most`; what is heavier than
 * that goes alone.
 */
export function createLimiter(most: number) {
  const waiting: Waiting[] = []
  let inside = 0

  function letIn() {
    for (let next = waiting[0]; next && (inside === 0 || inside + next.weight <= most); next = waiting[0]) {
      waiting.shift()
      inside += next.weight
      next.enter()
    }
  }

  return {
    /** Waits until it may; answers how to leave again. */
    async enter(weight: number): Promise<() => void> {
      await new Promise<void>((enter) => {
        waiting.push({ weight, enter })
        letIn()
      })
      let isInside = true
      return () => {
        if (!isInside) return
        isInside = false
        inside -= weight
        letIn()
      }
    },
  }
}

export type Limiter = ReturnType<typeof createLimiter>
