import { m } from '#app/paraglide/messages.js'

const names: Record<string, () => string> = {
  kind: () => m['organize.form.kind'](),
  title: () => m['organize.form.title'](),
  theme: () => m['organize.form.theme'](),
  summary: () => m['organize.form.summary'](),
  notice: () => m['organize.form.notice'](),
  description: () => m['organize.form.description'](),
  name: () => m['organize.category.name'](),
  'place.name': () => m['organize.form.venue'](),
  'place.address': () => m['organize.form.address'](),
  'place.city': () => m['organize.form.city'](),
  'place.country': () => m['organize.form.country-label'](),
  timeZone: () => m['organize.form.time-zone'](),
  startsAt: () => m['organize.form.starts'](),
  endsAt: () => m['organize.form.ends'](),
  accent: () => m['organize.form.accent'](),
  contactEmail: () => m['organize.form.contact'](),
  entry: () => m['organize.form.entry'](),
  ticketsUrl: () => m['organize.form.tickets'](),
  capacity: () => m['organize.form.capacity'](),
  waitlist: () => m['organize.form.waitlist'](),
  asksAddress: () => m['organize.form.asks-address'](),
  remindsDayBefore: () => m['organize.form.reminds-day'](),
  remindsHourBefore: () => m['organize.form.reminds-hour'](),
  offerHours: () => m['organize.form.offer-hours-label'](),
  registrationOpensAt: () => m['organize.form.opens'](),
  registrationClosesAt: () => m['organize.form.closes'](),
  retainUntil: () => m['organize.form.retain'](),
  needsApproval: () => m['organize.category.needs-approval'](),
  emailDomains: () => m['organize.category.domains'](),
  honorific: () => m['people.field.honorific'](),
  position: () => m['people.field.position'](),
  affiliation: () => m['people.field.affiliation'](),
  biography: () => m['people.field.biography'](),
  otherNames: () => m['people.field.other-names'](),
  pronunciation: () => m['people.field.pronunciation'](),
  precedence: () => m['people.field.precedence'](),
  email: () => m['people.field.email'](),
  assistantEmail: () => m['people.field.assistant'](),
  locale: () => m['people.field.language'](),
  accessCode: () => m['organize.category.code'](),
  language: () => m['speaking.profile.language'](),
  specialNeeds: () => m['speaking.profile.needs'](),
  alt: () => m['recap.pictures.alt-short'](),
  caption: () => m['recap.pictures.caption'](),
  credit: () => m['recap.pictures.credit'](),
  colour: () => m['agenda.rooms.colour'](),
  introduction: () => m['live.cue.introduction'](),
  questions: () => m['live.cue.questions'](),
  handOver: () => m['live.cue.hand-over'](),
  interpreting: () => m['live.cue.interpreting'](),
  technical: () => m['live.cue.technical'](),
  vi: () => m['notes.form.vietnamese'](),
  en: () => m['notes.form.english'](),
  person: () => m['notes.form.person'](),
  guest: () => m['notes.form.guest'](),
  saidAt: () => m['notes.entry.minute'](),
  session: () => m['notes.desk.session'](),
  dueOn: () => m['notes.form.due'](),
  done: () => m['notes.mark.done'](),
  offRecord: () => m['notes.entry.off-record'](),
}

/** What a field of our forms is called, with its language where it has one. */
export function fieldName(field: string): string {
  const own = names[field]
  if (own) return own()
  const language = field.slice(field.lastIndexOf('.') + 1)
  const label = names[field.slice(0, field.lastIndexOf('.'))]?.() ?? field
  if (language === 'vi') return m['organize.form.in-vietnamese']({ label })
  if (language === 'en') return m['organize.form.in-english']({ label })
  return label
}
