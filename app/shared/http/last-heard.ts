/** What the browser heard last before its connection broke, else what the page was made from (`?after=`). */
export function lastHeard(request: Request): number {
  return heardNumber(request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('after'))
}

/** The number of a change as somebody says it; 0, before all of them, when it is none. */
export function heardNumber(said: string | null): number {
  const number = Number(said)
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}
