/** What a post is made of: facts in one language, as they stand today; what is not known is empty. */
export type PostFacts = {
  title: string
  when: string
  place: string
  hosts: string
  summary: string
  /** Where it leads. */
  url: string
}

type Fits = (text: string) => boolean

const order = ['title', 'when', 'place', 'hosts'] as const
/** What is left out last stands first. */
const matters = ['when', 'place', 'hosts'] as const

/**
 * The longest post of these facts that fits: title and address always, then when, where and by whom as far as they fit
 * whole, and as many words of the summary as there is room for.
 */
export function composePost(facts: PostFacts, fits: Fits): string {
  const head = { ...facts, when: '', place: '', hosts: '', summary: '' }
  let post = { ...head, title: shortened(facts.title, (title) => fits(laidOut({ ...head, title }))) }
  for (const part of matters) {
    const longer = { ...post, [part]: oneLine(facts[part]) }
    if (fits(laidOut(longer))) post = longer
  }
  const summary = shortened(facts.summary, (words) => fits(laidOut({ ...post, summary: words })))
  return laidOut({ ...post, summary })
}

function laidOut({ summary, url, ...lines }: PostFacts): string {
  const head = order.map((part) => lines[part]).filter(Boolean)
  return [head.join('\n'), summary, url].filter(Boolean).join('\n\n')
}

/** The text, or as many of its words as fit, and a sign that there were more; nothing when not even one does. */
export function shortened(text: string, fits: Fits): string {
  const whole = oneLine(text)
  if (fits(whole)) return whole
  const words = whole.split(' ')
  const first = (count: number) =>
    `${words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:.–—-]+$/u, '')}…`
  let [least, most] = [0, words.length - 1]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (fits(first(middle))) least = middle
    else most = middle - 1
  }
  return least > 0 ? first(least) : ''
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
