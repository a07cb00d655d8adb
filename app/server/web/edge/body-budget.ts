type Holder = { bytes: number; isWhole: boolean; giveWay: () => void }

/** What one body holds of the room that all of them share. */
export type BodyShare = {
  /** Takes room for more of the body; false when there is none, not even from larger unfinished ones. */
  take: (bytes: number) => boolean
  /** All of it has come: from now on it does not give way to others. */
  whole: () => void
  close: () => void
}

/**
 * Room for bodies on their way, so that senders who never finish cannot take the process's memory. When it is full, the
 * unfinished body that holds most gives way: what people fill in by hand is small, and always finds room.
 */
export function createBodyBudget(most: number) {
  const holders = new Set<Holder>()
  let used = 0

  function release(holder: Holder) {
    if (!holders.delete(holder)) return
    used -= holder.bytes
    holder.bytes = 0
  }

  function largestUnfinished(): Holder | undefined {
    let found: Holder | undefined
    for (const one of holders) if (!one.isWhole && one.bytes > (found?.bytes ?? 0)) found = one
    return found
  }

  return {
    used: () => used,
    open(giveWay: () => void): BodyShare {
      const own: Holder = { bytes: 0, isWhole: false, giveWay }
      holders.add(own)
      return {
        take(bytes) {
          while (used + bytes > most) {
            const largest = largestUnfinished()
            if (!largest || largest === own || largest.bytes <= own.bytes) return false
            release(largest)
            largest.giveWay()
          }
          if (!holders.has(own)) return false
          own.bytes += bytes
          used += bytes
          return true
        },
        whole: () => {
          own.isWhole = true
        },
        close: () => release(own),
      }
    },
  }
}

export type BodyBudget = ReturnType<typeof createBodyBudget>
