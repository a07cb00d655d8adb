/** So many sessions make a first programme. */
export const firstSessions = 3

type Seen = {
  sessions: number
  isAgendaPublished: boolean
  opensAt: Date | null
  publishedAt: Date | null
}

const places = {
  sessions: '/agenda/list#add',
  agenda: '/agenda/publication',
  window: '/settings',
  publish: '#publication',
} as const

export type FirstStep = { step: keyof typeof places; place: string; isDone: boolean; count: number }

/** What leads a new event to its readers, each step as far as it really is; nothing once its page is public. */
export function firstSteps({ sessions, isAgendaPublished, opensAt, publishedAt }: Seen): FirstStep[] {
  if (publishedAt) return []
  const done = {
    sessions: sessions >= firstSessions,
    agenda: isAgendaPublished,
    window: opensAt !== null,
    publish: false,
  }
  const steps = Object.keys(places) as (keyof typeof places)[]
  return steps.map((step) => ({ step, place: places[step], isDone: done[step], count: sessions }))
}
