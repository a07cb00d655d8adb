/** A point at which so many wait for each other: the promise of each is kept when the last has come. */
export function meeting(of: number): () => Promise<void> {
  let present = 0
  let open = () => {}
  const full = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    present += 1
    if (present === of) open()
    return full
  }
}
