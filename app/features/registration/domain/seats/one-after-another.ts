const last = new Map<string, Promise<unknown>>()

/** Does the works of one name in the order they came, each when the one before is over; other names do not wait. */
export function oneAfterAnother<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(name) ?? Promise.resolve()).then(work)
  const over = mine.catch(() => {})
  last.set(name, over)
  void over.then(() => {
    if (last.get(name) === over) last.delete(name)
  })
  return mine
}
