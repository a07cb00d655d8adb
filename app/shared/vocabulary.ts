/** The glossary in code: stored codes, chosen once. Browser and server share this file; it imports nothing. */
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

export const eventKinds = ['roundtable', 'festival', 'screening-day'] as const
export type EventKind = (typeof eventKinds)[number]

/** On what terms one comes in; an event that says none of them says nothing. */
export const entryTerms = ['free', 'priced', 'invitation'] as const
export type EntryTerms = (typeof entryTerms)[number]

/** Whether one gets in without a step, and whether a lift goes up; a venue that says neither says nothing. */
export const stepFreeAnswers = ['yes', 'partly', 'no'] as const
export type StepFree = (typeof stepFreeAnswers)[number]
export const liftAnswers = ['yes', 'no'] as const
export type Lift = (typeof liftAnswers)[number]

export const sessionKinds = [
  'roundtable',
  'keynote',
  'panel',
  'talk',
  'screening',
  'ceremony',
  'break',
] as const
export type SessionKind = (typeof sessionKinds)[number]

export const appearanceRoles = ['moderator', 'speaker', 'discussant', 'rapporteur', 'interpreter'] as const
export type AppearanceRole = (typeof appearanceRoles)[number]

/** How an interpreter is heard: from a booth, beside the listener, or after each turn. */
export const interpretationWays = ['booth', 'whisper', 'consecutive'] as const
export type InterpretationWay = (typeof interpretationWays)[number]

export const memberRoles = ['admin', 'organizer', 'rapporteur', 'door'] as const
export type MemberRole = (typeof memberRoles)[number]

export const registrationStates = [
  'pending',
  'confirmed',
  'waitlisted',
  'offered',
  'cancelled',
  'declined',
] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Where the invitation of a host's guest stands; `released`: the host's unused places went back before an answer came. */
export const guestInvitationStates = ['open', 'accepted', 'declined', 'withdrawn', 'released'] as const

export const mailKinds = [
  'received',
  'confirmed',
  'waitlisted',
  'offered',
  'cancelled',
  'declined',
  'changed',
  'sign-in',
  'test',
  'speaker-asked',
  'speaker-changed',
  'speaker-cancelled',
  'speaking-link',
  'proposal-answered',
  'decline-asked',
  'signed-up',
  'own-agenda-changed',
  'words-to-confirm',
  'action-reminder',
  'hosting',
  'carrying',
  'contact-changed',
  'member-invited',
  'member-removed',
  'address-asked',
  'reminder',
  'opening-asked',
  'opening',
  'guest-invited',
  'feedback-asked',
  'list-asked',
  'announcement',
  'campaign',
  'supporter-asked',
  'supporter-told',
  'introduction',
] as const
export type MailKind = (typeof mailKinds)[number]

/** Mails whose subject and first words organizers may write themselves, for each event. */
export const ownWordKinds = [
  'received',
  'confirmed',
  'waitlisted',
  'offered',
  'cancelled',
  'declined',
  'reminder',
  'speaker-asked',
] as const satisfies readonly MailKind[]
export type OwnWordKind = (typeof ownWordKinds)[number]

/** Whom an announcement of an event may be for. */
export const announcementGroups = ['registered', 'speakers', 'hosts'] as const
export type AnnouncementGroup = (typeof announcementGroups)[number]
/** What ties somebody registered to a session. */
export const sessionTies = ['either', 'signed-up', 'starred'] as const
export type SessionTie = (typeof sessionTies)[number]

/** When those who have a seat are reminded of their event. */
export const reminderKinds = ['day', 'hour'] as const
export type ReminderKind = (typeof reminderKinds)[number]
/** What each of them is told once: the reminders, and the question how it was. */
export const toldOnceKinds = [...reminderKinds, 'feedback'] as const

export const outboxStates = ['queued', 'sending', 'sent', 'failed'] as const
export type OutboxState = (typeof outboxStates)[number]

export const calendarAnswers = ['needs-action', 'accepted', 'declined', 'tentative'] as const
export type CalendarAnswer = (typeof calendarAnswers)[number]

/** By which way an answer reached us. */
export const answerWays = ['calendar', 'page', 'assistant', 'organizer'] as const
export type AnswerWay = (typeof answerWays)[number]

/** What became of a mail that came in: counted, passed over, or waiting for an organizer. */
export const inboundVerdicts = ['recorded', 'ignored', 'held'] as const
export type InboundVerdict = (typeof inboundVerdicts)[number]

export const proposalStates = ['open', 'accepted', 'refused'] as const

export const signUpStates = ['confirmed', 'waitlisted', 'cancelled'] as const
export type SignUpState = (typeof signUpStates)[number]

/** What an entry of the record is. */
export const noteKinds = ['statement', 'quote', 'proposal', 'decision', 'action', 'question'] as const
export type NoteKind = (typeof noteKinds)[number]

/** What a person said about the words attributed to them. */
export const approvalVerdicts = ['approved', 'refused'] as const
export type ApprovalVerdict = (typeof approvalVerdicts)[number]

/** The two texts that a recap is made of. */
export const recapTexts = ['article', 'press-release'] as const
export type RecapText = (typeof recapTexts)[number]

export const pictureFormats = ['avif', 'jpeg', 'webp'] as const

/** What a picture is for: one of an event's, the one that it opens with, a body's sign, on light ground or on dark, or a film's still. */
export const pictureUses = ['gallery', 'cover', 'logo', 'logo-dark', 'still'] as const
export type PictureUse = (typeof pictureUses)[number]

/** Where a question from the floor stands: not yet looked at, shown to the room, answered, kept back. */
export const floorStates = ['waiting', 'shown', 'answered', 'hidden'] as const
export type FloorState = (typeof floorStates)[number]

/**
 * What it means that a mail came back, or that its reader complains: the address is dead; it takes no mail for now; we
 * are refused, whoever the mail is for; nobody understands it; the reader does not want such mail.
 */
export const bounceVerdicts = ['dead', 'temporary', 'refused', 'unclear', 'complaint'] as const
export type BounceVerdict = (typeof bounceVerdicts)[number]

/** What is no longer sent to an address, and why. */
export const suppressionScopes = ['all', 'advertising'] as const
export type SuppressionScope = (typeof suppressionScopes)[number]
export const suppressionCauses = ['dead', 'temporary', 'complaint'] as const
export type SuppressionCause = (typeof suppressionCauses)[number]

/** Where a counted link is put, and where it leads. */
export const linkSources = ['poster', 'partner', 'co-host', 'post', 'mail', 'other'] as const
export type LinkSource = (typeof linkSources)[number]
export const linkTargets = ['event', 'register', 'agenda', 'session', 'recap', 'initiative', 'page'] as const
export type LinkTarget = (typeof linkTargets)[number]

/** Where somebody stands with a list, and where they came from to it. */
export const subscriptionStates = ['waiting', 'confirmed', 'left'] as const
export type SubscriptionState = (typeof subscriptionStates)[number]
export const subscriptionPlaces = ['page', 'registration', 'initiative', 'import'] as const
export type SubscriptionPlace = (typeof subscriptionPlaces)[number]
/** What a campaign says is made of these. */
export const campaignBlockKinds = ['heading', 'text', 'event', 'session', 'picture', 'button'] as const
export type CampaignBlockKind = (typeof campaignBlockKinds)[number]

/** `overdue`: its hour, or its last mail, lies so far back that somebody looks before it goes on. */
export const campaignStates = [
  'draft',
  'scheduled',
  'sending',
  'paused',
  'overdue',
  'stopped',
  'finished',
] as const
export type CampaignState = (typeof campaignStates)[number]

/** Where one recipient of a campaign stands: not yet in the outbox, in it, and the four in which it ends. */
export const recipientStates = ['waiting', 'queued', 'sent', 'skipped', 'suppressed', 'failed'] as const
export type RecipientState = (typeof recipientStates)[number]

/** Why a recipient was not written to, or not reached. */
export const recipientReasons = [
  'left-list',
  'contact-gone',
  'week-full',
  'day-full',
  'stopped',
  'address-dead',
  'complained',
  'refused',
  'outcome-unknown',
  'unsendable',
] as const
export type RecipientReason = (typeof recipientReasons)[number]

/** Networks that posts are written for; nothing is sent to them. */
export const socialNetworks = [
  'facebook',
  'x',
  'linkedin',
  'instagram',
  'threads',
  'zalo',
  'bluesky',
  'mastodon',
] as const
export type SocialNetwork = (typeof socialNetworks)[number]

/** How far a goal of an initiative has come. */
export const goalStates = ['planned', 'under-way', 'reached', 'given-up'] as const
export type GoalState = (typeof goalStates)[number]

/** What a city is to an initiative. */
export const cityRoles = ['home', 'hub', 'partner'] as const
export type CityRole = (typeof cityRoles)[number]

/** How the things of an index are drawn beside their table. */
export const indexGrids = ['none', 'provinces'] as const
export type IndexGrid = (typeof indexGrids)[number]

/** What a section of a festival is. */
export const sectionKinds = ['competition', 'panorama', 'focus', 'retrospective', 'special', 'other'] as const
export type SectionKind = (typeof sectionKinds)[number]
/** What somebody did for a film, in the order in which a catalogue says it. */
export const creditRoles = [
  'director',
  'screenplay',
  'cinematography',
  'editing',
  'music',
  'producer',
  'cast',
] as const
export type CreditRole = (typeof creditRoles)[number]
/** From which age a film may be seen: the codes of Vietnam's law on cinema, as posters carry them. */
export const ageRatings = ['P', 'K', 'T13', 'T16', 'T18', 'C'] as const
export type AgeRating = (typeof ageRatings)[number]
/** Where a film was never shown before. */
export const premieres = ['world', 'international', 'asian', 'national'] as const
export type Premiere = (typeof premieres)[number]

/** What a supporter of an initiative is, and where they stand with it. Universities and companies join as bodies. */
export const supporterKinds = ['expert', 'film-maker', 'investor', 'university', 'company', 'friend'] as const
export type SupporterKind = (typeof supporterKinds)[number]
export const supporterStates = ['waiting', 'joined', 'left', 'removed'] as const
export type SupporterState = (typeof supporterStates)[number]
/** What a supporter may agree to, each by itself: to stand in the public list, and to be written to. */
export const supporterConsents = ['listed', 'news'] as const
export type SupporterConsent = (typeof supporterConsents)[number]
/** What one of two supporters said to being introduced to the other. */
export const introductionAnswers = ['open', 'agreed', 'refused'] as const
export type IntroductionAnswer = (typeof introductionAnswers)[number]

/** What is answered to a question of an event. */
export const questionKinds = [
  'short',
  'long',
  'one',
  'several',
  'yes-no',
  'number',
  'date',
  'agreement',
  'file',
] as const
export type QuestionKind = (typeof questionKinds)[number]
/** When it is asked, in the order in which they come. */
export const questionMoments = ['registration', 'afterwards', 'door'] as const
export type QuestionMoment = (typeof questionMoments)[number]
/** How several conditions of a question are joined, and what each says of an earlier answer. */
export const conditionJoins = ['all', 'any'] as const
export type ConditionJoin = (typeof conditionJoins)[number]
export const conditionTests = ['is', 'is-not', 'answered', 'empty', 'at-least', 'at-most'] as const
export type ConditionTest = (typeof conditionTests)[number]

export function isLocale(value: unknown): value is Locale {
  return value === 'vi' || value === 'en'
}
