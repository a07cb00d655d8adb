import type { BounceVerdict } from '#app/shared/vocabulary.ts'
import { deadElsewhere, fullElsewhere } from './words-elsewhere.ts'

/** What another host's words mean for an address. */
export type ReturnedVerdict = Exclude<BounceVerdict, 'complaint'>

type Rule = { verdict: ReturnedVerdict; words: readonly RegExp[] }

/**
 * From the top; the first rule that fits decides. What is said of the sender stands before what is said of the
 * recipient, because it names unknown users and hosts too. The text is in lower case, on one line, without addresses.
 */
const wordRules: readonly Rule[] = [
  {
    // Exchange Online says so of a recipient that is in no directory ("edge blocking"): learn.microsoft.com, NDR 5.4.1.
    verdict: 'dead',
    words: [
      /5\.4\.1.{0,10} recipient address rejected: access denied/,
      /p=(nosuchuser|disableduser|inactiveuser)/,
      /550 .{0,10}requested action not taken: mailbox unavailable/,
    ],
  },
  {
    // A host that looks up who writes, or a group that takes mail of its members only: Exim's "sender verify", Postfix
    // smtpd_sender_restrictions, sendmail check_mail, Exchange RESOLVER.RST.
    verdict: 'refused',
    words: [
      // RFC 3463: the sender's mailbox, the sender's system.
      /\b[45]\.1\.[78]\b/,
      /sender (verif|callout|callback)|unroute?able sender/,
      /\bsender('s)? ?(e-?mail |mail )?(address|domain|host|ip|id|server|policy|name)?,? ?<?>? ?:? ?(is |was |has |were )?(been )?(rejected|reject|refused|denied|blocked|not |invalid|unknown|unverified|does |could not)/,
      /(bad|invalid|unknown|banned|illegal|unverified|unauthori[sz]ed|unresolvable) (outbound )?(sender|return path)/,
      /domain (name )?of (the )?sender/,
      /(mail from|envelope[- ]from|return[- ]path):? ?(address|domain|command)?.{0,20}(reject|refus|invalid|denied|not allowed|does not)/,
      /resolver\.rst\.|authentication (is )?required|authrequired|must (be )?authenticat|not authenticated|only accepts (mail|messages) from/,
      /\b(helo|ehlo)\b/,
      /client host rejected|(reverse|inverse)[ -]?(dns|record|lookup|hostname|address)|\bptr\b|\brdns\b|cannot (find|resolve) your|no reverse/,
    ],
  },
  {
    // RFC 7208 (SPF), 6376 (DKIM), 7489 (DMARC); what lists of senders and filters of content say.
    verdict: 'refused',
    words: [
      /\bdmarc\b|\bdkim\b|\bspf\b|unauthenticated (e-?mail|mail|sender)|starttls|encryption/,
      /block(ed)? (using|by|list|for)|(black|block|deny|drop)[ -]?list|\brbl\b|\bdnsbl|spamhaus|spamcop|barracuda|proofpoint|senderbase|senderscore|sorbs|reputation|blocked for spam/,
      /\bspam|unsolicited|\bbulk\b|\bjunk\b|\bvirus|malware|phish|\bspammy\b/,
      /p=(unsolicited|block|unauth|ratelimit|ipd|notauthorized)/,
    ],
  },
  {
    // Too large is what we sent, whoever it is for; unless it is their box that has no room for it.
    verdict: 'unclear',
    words: [
      /^(?!.*(quota|mailbox|storage|disk)).*(\b(message|mail|line) (is )?(too (large|big|long)|(size |length )?(limit )?exceed)|\b5\.(2\.3|3\.4)\b)/,
    ],
  },
  {
    verdict: 'temporary',
    words: [
      ...fullElsewhere,
      /quota|(mailbox|inbox|mail ?box|mail file|mail folder|box|account|user|disk|store|maildir|mail system|recipient)('s)? (is |was |has been |are )?(over|full|exceed|too full|out of)|full (mailbox|inbox)|mailfolder is full|out of (disk |storage )?space|insufficient (disk |system )?(storage|space)|not enough (disk |storage )?space|storage (space )?(limit|is full|exceed|allocation)|exceed(s|ed|ing)? (the |its |their |his |her )?((maximum|max|allowed|allowable|mailbox|storage|disk|size|message) ?)*(storage|quota|limit|space|mailbox size|size)|no (disk )?space|too (much|many) (mail|messages|data)|p=overquota|over the limit|over limit|maximum (number of messages|mailbox)|has (exceeded|reached) (his|her|its|their|the)/,
      /receiving (mail|e-?mail|messages) (too quickly|at a rate)|p=receivingrate/,
    ],
  },
  {
    // A name server that gives no answer is no proof that there is none.
    verdict: 'temporary',
    words: [
      /(host|domain|name)\b.{0,60}((?<!and )try again|servfail)|name server.{0,30}(timed|fail)|unexpected name server reply/,
    ],
  },
  {
    verdict: 'dead',
    words: [
      /(user|recipient|account|mailbox|address|mail ?box|name|alias|addressee|login)('s)? ?[^a-z]{0,6} ?(is |was |were |are )?(unknown|not (found|known|exist|listed|recogni[sz]ed|valid|a valid)|doesn'?t exist|does not exist|don'?t exist|do not exist|did not exist|invalid|nonexist|non-exist|undefined|no longer)/,
      /(unknown|invalid|no such|non-?existent|nonexist|undefined|bad|illegal|inexist) ?(local )?-?(e-?mail )?-?(user|recipient|account|mailbox|address|mail ?box|person|addressee|alias|destination mailbox|local part|rcpt|resolver)/,
      /no (mailbox|account|user|recipient|person)s? (here |found |exists? |known |by that|with that|has |called |named )/,
      /(not|isn'?t) (a |our |one of our )?(valid|known|local|active|existing|registered) (user|recipient|mailbox|account|address|customer|mail)/,
      /(couldn'?t|could not|cannot|can not|can'?t) (be )?(find|found|locate|located|resolve|resolved)\b.{0,40}(user|recipient|mailbox|account|address|addressee|host named|domain|mail server)/,
      /(e-?mail |mail )?address (you entered |could |couldn|can)?.{0,24}(couldn'?t be found|could not be found|not be found|not found|wasn'?t found)/,
      /doesn'?t have an? .{2,40} account|does not have an? .{2,40} account|not our customer|no longer (works?|exists?|available|accept|valid|in use|active|employed|here|on|with)/,
      /recip(ient)?notfound|recipnotfound|adr\.recip|nosuchuser|user ?unknown|unknown user|unknownuser|unroutable|unrouteable|undeliverable address: (?!.*(timed out|4\d\d))/,
      /(account|mailbox|user|address|recipient|mail ?box)('s)? ?[^a-z]{0,6} ?(is |was |has |has been |have been |been )?((currently|temporarily)? ?)(disabled|inactive|deactivated|suspended|closed|terminated|deleted|removed|expired|cancell?ed|discontinued|locked|frozen|retired|not active|not in use|no longer)/,
      /(disabled|inactive|deactivated|suspended|closed|expired|cancelled|discontinued) (user|account|mailbox|address|recipient)/,
      /(has|have) (moved|left|changed)|user (has )?moved|new (e-?mail )?address/,
      /no such (user|domain|host|recipient|mailbox|address|person|account|name|local|virtual)|host or domain name not found|(host|domain)( name)? ?[^a-z]{0,6} ?(is |was )?(unknown|not found|does ?n[o']t exist|doesn'?t exist|invalid|not exist|couldn'?t be found)|(unknown|no such|invalid|non-?existent|bad) (host|domain)|(bad|unknown) destination (host|system|mailbox)|couldn'?t find any host|nxdomain|domain name not found|null ?mx|no mx|non-existent hosts?|name or service not known|mx (record|list).{0,30}(invalid|empty|not|point)/,
      /host \S+ not found|domain is not reachable|does ?n[o']t exist|illegal host|no valid recipients|(invalid|unknown) (final delivery )?user ?(id|name)/,
      ...deadElsewhere,
      /(addressee|recipient) (unknown|not found)|not listed in|not a member of (this|the) domain/,
    ],
  },
  {
    verdict: 'temporary',
    words: [
      /timed? ?-?out|time ?limit|expired|too long|undelivered for|in (the )?queue|could not be delivered (for|after|within)|retry (time|timeout)|could not deliver for the last|aborted after|multiple retries|\d+ attempts|all hosts .{0,20}fail|(for|past|last|after) \d+ (day|hour|minute)/,
      /temporar|try(ing)? again|gr[ae]y-?list|too many (connections|sessions|recipients|hops|concurrent)|throttl|overload|deferred|servfail/,
      /system (is )?(not accepting|config|error)|transaction failed|frequency limited|internal (error|failure)|connection (was )?(refused|reset|lost|closed|dropped|failed)|no route to host|network (is )?unreachable|not respond|no answer from|lost connection|broken pipe/,
    ],
  },
  {
    verdict: 'refused',
    words: [
      /access denied|denied by|polic(y|ies)|prohibit|not (allowed|permitted|authori[sz]ed)|banned|(message|mail|e-?mail|connection|transaction) (was |has been )?(rejected|refused|blocked|rejete)|protocol violation|relay|permission|(unroutable|unroutable|unresolvable) sender|from: domain|\bip\b.{0,30}(invalid|not)|invalid ip/,
    ],
  },
]

/** What is left when neither words nor codes of the above say more. */
const weakRules: readonly Rule[] = [
  {
    verdict: 'dead',
    words: [
      /(mailbox|address|recipient) (is )?unavailable|not accepting (mail|messages)|doesn'?t accept|recipient (address )?(was )?(rejected|refused)|address rejected|rejected recipient|does not like recipient/,
    ],
  },
  { verdict: 'temporary', words: [/connect|loop|hops|dns|lookup|busy|resources|unavailable|retry|later/] },
]

/** RFC 3463 and the codes that RFC 5248 registers; what stands for too many things stays unclear. */
const codeRules: readonly Rule[] = [
  { verdict: 'dead', words: [/\b5\.1\.(1|2|3|4|6|10)\b/, /\b5\.2\.1\b/, /\b5\.4\.4\b/] },
  {
    verdict: 'temporary',
    words: [/\b5\.2\.2\b/, /\b5\.3\.[12]\b/, /\b5\.4\.[1567]\b/, /\b4\.\d{1,3}\.\d{1,3}\b/, /\b4[2-5]\d\b/],
  },
  { verdict: 'refused', words: [/\b5\.7\.\d+\b/, /\b5\.1\.(7|8|9)\b/, /\b5\.[56]\.\d+\b/] },
]

const first = (rules: readonly Rule[], text: string): ReturnedVerdict | null =>
  rules.find(({ words }) => words.some((word) => word.test(text)))?.verdict ?? null

/**
 * The verdict that the words and codes of a host give. What is refused only for now (4xx) is never dead, whatever the
 * words; what nobody understands is unclear.
 */
export function verdictOf(diagnostic: string, status: string): ReturnedVerdict {
  const text = spoken(diagnostic)
  if (takesNoMail.test(text)) return 'dead'
  const said =
    first(wordRules, text) ?? first(codeRules, text) ?? first(codeRules, status) ?? first(weakRules, text)
  if (said === 'dead' && isOnlyForNow(text, status)) return 'temporary'
  return said ?? 'unclear'
}

/** The domain says that it takes no mail (RFC 7505); Google tells that as 4.0.0. */
const takesNoMail = /\bnull mx\b|record indicated no smtp service/

/** Every reply that the text tells is a 4xx one. */
function isOnlyForNow(text: string, status: string): boolean {
  const codes = [...text.matchAll(/\b([45])(\d\d|\.\d{1,3}\.\d{1,3})\b/g)].map(([, kind]) => kind)
  if (codes.length === 0) return status.startsWith('4')
  return codes.every((kind) => kind === '4')
}

/** One line in lower case without what names somebody: an address may hold any word. */
function spoken(text: string): string {
  return text
    .slice(0, 8000)
    .toLowerCase()
    .replace(/\r?\n\s*[45]\d\d-/g, ' ')
    .replace(/https?:\/\/[^\s?&]*[?&](?:[^\s&]*&)*(p=\w+)\S*/g, ' $1 ')
    .replace(/https?:\/\/([^\s/]+)\S*/g, ' $1 ')
    .replace(/<?[^\s<>@"'(:;,]{1,100}@[^\s<>@"'):;,]{1,200}>?/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
}
