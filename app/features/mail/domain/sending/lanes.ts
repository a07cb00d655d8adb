const patience = 2_000

/**
 * Does one step after another in so many lanes at once, until each has had its last. A step that lasts is waited for, but no longer keeps
 * the others: a spare lane begins in its place, while there are any.
 */
export async function runLanes(
  { lanes, spareLanes }: { lanes: number; spareLanes: number },
  step: () => Promise<boolean>,
): Promise<void> {
  const open = new Set<Promise<void>>()
  let spare = spareLanes

  const begin = () => {
    const lane = run().finally(() => open.delete(lane))
    open.add(lane)
  }
  const run = async () => {
    let replaced = false
    const replace = () => {
      if (spare === 0) return
      spare -= 1
      replaced = true
      begin()
    }
    while (!replaced) {
      const timer = setTimeout(replace, patience)
      try {
        if (!(await step())) break
      } finally {
        clearTimeout(timer)
      }
    }
    if (replaced) spare += 1
  }

  for (let lane = 0; lane < lanes; lane++) begin()
  while (open.size > 0) await Promise.all(open)
}
