let last = 0

/** Tells made things apart within a test file. */
export function nextNumber(): number {
  return ++last
}

export function first<T>(rows: T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('Nothing was inserted')
  return row
}
