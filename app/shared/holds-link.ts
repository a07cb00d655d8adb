/** Whether mail programs would make a link of something in these words: an address of the web, or a bare host. */
export function holdsLink(words: string): boolean {
  return (
    /:\/\/|\bwww\./i.test(words) ||
    /[\p{L}\p{N}-]{2,}\.\p{L}{2,}\//u.test(words) ||
    /[\p{L}\p{N}-]{2,}\.(com|net|org|info|biz|io|xyz|top|online|site|shop|vn|ru|cn)(?![\p{L}\p{N}])/iu.test(
      words,
    )
  )
}
