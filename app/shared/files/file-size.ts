import { getLocale } from '#app/paraglide/runtime.js'

/** "3,4 MB": a size as people say it. */
export function fileSize(bytes: number): string {
  if (bytes < 100_000) return `${Math.ceil(bytes / 1000)} KB`
  const megabytes = bytes / 1_000_000
  const digits = megabytes < 10 ? 1 : 0
  return `${megabytes.toLocaleString(getLocale(), { maximumFractionDigits: digits })} MB`
}
