const newline = 0x0a
const endMark = Buffer.from('\\.\n')
const endMarkInside = Buffer.from('\n\\.\n')

/** The first line of a stream of bytes, and what was read beyond it. */
export async function readLine(bytes) {
  let read = Buffer.alloc(0)
  for (;;) {
    const end = read.indexOf(newline)
    if (end >= 0) return { line: read.subarray(0, end).toString('utf8'), rest: read.subarray(end + 1) }
    const { value, done } = await bytes.next()
    if (done) return { line: read.toString('utf8'), rest: Buffer.alloc(0) }
    read = Buffer.concat([read, value])
  }
}

/**
 * The rows of one table, in blocks of whole lines, up to its end mark; `left.rest` holds what was read beyond it.
 * @param {AsyncIterator<Buffer>} bytes
 * @param {{ rest: Buffer }} left
 */
export async function* readBlocks(bytes, left) {
  for (;;) {
    const end = endOf(left.rest)
    if (end !== null) {
      const rows = left.rest.subarray(0, end)
      left.rest = left.rest.subarray(end + endMark.length)
      if (rows.length > 0) yield rows
      return
    }
    const whole = left.rest.lastIndexOf(newline) + 1
    if (whole > 0) yield left.rest.subarray(0, whole)
    const { value, done } = await bytes.next()
    if (done) throw Object.assign(new Error('The rows end in the middle.'), { code: 'Z_BUF_ERROR' })
    left.rest = Buffer.concat([left.rest.subarray(whole), value])
  }
}

/** Where the end mark stands at the start of a line, or null. In COPY text no row can look like it. */
function endOf(text) {
  if (text.subarray(0, endMark.length).equals(endMark)) return 0
  const at = text.indexOf(endMarkInside)
  return at < 0 ? null : at + 1
}
