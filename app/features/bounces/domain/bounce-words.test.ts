import { expect, test } from 'vitest'
import { verdictOf } from './bounce-words.ts'
import { readRefusal } from './read-refusal.ts'

test.each([
  ['550 5.1.1 Địa chỉ email không tồn tại', 'dead'],
  ['550 Không tìm thấy người nhận', 'dead'],
  ['552 Hộp thư của người nhận đã đầy', 'temporary'],
  ['550 L’adresse du destinataire est inconnue', 'dead'],
  ['552 La boîte du destinataire est pleine', 'temporary'],
  ['550 Empfänger unbekannt', 'dead'],
  ['552 Das Postfach ist voll', 'temporary'],
  ['550 La dirección no existe', 'dead'],
  ['552 El buzón está lleno', 'temporary'],
  ['550 Usuário desconhecido', 'dead'],
  ['550 Utente sconosciuto', 'dead'],
  ['550 Пользователь не найден', 'dead'],
  ['552 Почтовый ящик переполнен', 'temporary'],
  ['550 收件人地址不存在', 'dead'],
  ['552 对方邮箱已满', 'temporary'],
  ['宛先のアドレスが見つかりませんでした', 'dead'],
  ['送信先のメールボックスが一杯のため、送信できませんでした。', 'temporary'],
  ['550 존재하지 않는 사용자', 'dead'],
  ['552 메일함 용량 초과', 'temporary'],
] as const)('in the language of its reader: %s', (words, verdict) => {
  expect(verdictOf(words, '')).toBe(verdict)
})

test.each([
  ['Il se peut que le groupe n’existe pas ou que vous ne soyez pas autorisé', 'unclear'],
  ['送信先メールアドレスが見つからないか、送信先メールサーバの問題です', 'unclear'],
] as const)('what may be one or the other says nothing: %s', (words, verdict) => {
  expect(verdictOf(words, '')).toBe(verdict)
})

test.each([
  ['552 5.3.4 Message too large', 'unclear'],
  ['552 5.2.3 Recipient address rejected: Message length exceeds administrative limit', 'unclear'],
  ['552 5.2.2 Message exceeds mailbox quota', 'temporary'],
  ['550 Unroutable sender address', 'refused'],
  ['550 5.1.7 No such domain', 'refused'],
  ['501 5.1.8 User unknown: sender domain must exist', 'refused'],
  ['553 5.1.3 http://www.spamhaus.org/query/bl?ip=192.0.2.2', 'refused'],
  ['550 Mailbox is frozen', 'dead'],
  ['554 The domain is not reachable. Please check the domain and try again', 'dead'],
  ['450 4.1.2 Domain not found, try again', 'temporary'],
  ['DNS type mx lookup responded with NOERROR: returned Null MX', 'dead'],
  ['421 4.7.0 Try again later', 'temporary'],
] as const)('%s', (words, verdict) => {
  expect(verdictOf(words, '')).toBe(verdict)
})

test('an answer while sending has its code and its verdict', () => {
  expect(readRefusal('550-5.1.1 The email account does not exist. 550 5.1.1 Try')).toEqual({
    verdict: 'dead',
    status: '5.1.1',
  })
})
