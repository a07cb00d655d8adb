/**
 * What hosts say in the language of their reader. Only what is said for certain: "does not exist, or you may not write to
 * it" says nothing.
 */
export const deadElsewhere: readonly RegExp[] = [
  // Vietnamese
  /không tồn tại(?! hoặc)|(không tìm thấy|không có) (địa chỉ|người nhận|người dùng|hộp thư|tài khoản|tên miền)|(địa chỉ|tài khoản|hộp thư|người nhận).{0,30}(không tìm thấy|không hợp lệ|đã bị (khoá|khóa|xoá|xóa)|không đúng)/,
  // French
  /n'existe pas(?! ou)|(utilisateur|destinataire|adresse|boîte|compte).{0,24}(inconnue?|introuvable|inexistante?|invalide|désactivée?|fermée?|n'a pas été trouvée?)|(impossible de trouver|introuvable).{0,30}(adresse|destinataire|domaine)/,
  // German
  /(empfänger|benutzer|adresse|postfach|konto|domain).{0,40}(unbekannt|existiert nicht|nicht gefunden|ungültig|nicht vorhanden|gibt es nicht|deaktiviert|gesperrt)|(unbekannte[rs]?|ungültige[rs]?|keinen?) (empfänger|benutzer|adresse|postfach)/,
  // Spanish, Portuguese, Italian
  /(usuario|dirección|destinatario|cuenta|buzón|dominio).{0,30}(desconocid[oa]|inexistente|no (existe|encontrad[oa]|válid[oa])|no se (encontró|ha encontrado|encuentra)|deshabilitad[oa])/,
  /no existe(?! o )|no se (encontró|ha encontrado|pudo encontrar).{0,24}(dirección|usuario|destinatario|dominio)/,
  /(usuário|endereço|destinatário|conta|caixa|domínio).{0,30}(desconhecid[oa]|inexistente|não (existe|encontrad[oa]|foi encontrad[oa])|inválid[oa]|desativad[oa])/,
  /(utente|indirizzo|destinatario|casella|account|dominio).{0,30}(sconosciut[oa]|inesistente|non (esiste|trovat[oa]|valid[oa])|disabilitat[oa])/,
  // Dutch, Polish, Turkish
  /(adres|gebruiker|ontvanger|postvak|account).{0,30}(bestaat niet|onbekend|niet gevonden)|onbekende (gebruiker|ontvanger)/,
  /(adres|użytkownik|odbiorca|skrzynka|konto).{0,30}(nie istnieje|nieznany|nieznana|nie został[ao]? znalezion)|(kullanıcı|adres|alıcı|hesap).{0,30}(bulunamadı|mevcut değil|geçersiz)/,
  // Russian, Ukrainian
  /(пользовател|адрес|получател|ящик|аккаунт|учетн|домен).{0,40}(не существует|не найден|неизвест|недействител|заблокирован|отключен|удал[её]н)|(неизвестн|несуществующ|недействительн)\S* (пользовател|адрес|получател|ящик)|(користувач|адрес|скриньк).{0,40}(не існує|не знайден|невідом)/,
  // Chinese
  /(用户|用戶|收件人|邮箱|郵箱|信箱|地址|账号|帐号|帳號|账户|域名).{0,12}(不存在|未找到|找不到|无效|無效|已(被)?(停用|禁用|冻结|凍結|注销))|(找不到|不存在|无此|無此|没有该|沒有該).{0,8}(用户|用戶|收件人|邮箱|郵箱|信箱|地址|账号|帐号|帳號)/,
  // Japanese
  /(ディレクトリ|宛先|あて先|アドレス|ユーザー?|アカウント|受信者|メールボックス|ドメイン).{0,24}(にありません|見つかりません(でした)?(?!か)|存在しません|存在しない(ため|宛先|アドレス|ユーザ)|無効です|不明です)|(宛先|ユーザー?)不明|存在しない(宛先|アドレス|ユーザ|メール)/,
  // Korean
  /(사용자|주소|수신자|계정|메일함|도메인|메일 ?박스).{0,16}(존재하지 않|찾을 수 없|없습니다|없는|휴면|정지)|(존재하지 않는|없는|알 수 없는) ?(사용자|주소|수신자|계정|메일)/,
]

export const fullElsewhere: readonly RegExp[] = [
  /(hộp thư|tài khoản|dung lượng).{0,24}(đã đầy|bị đầy|đầy|quá tải|vượt quá)|hết dung lượng/,
  /(boîte|messagerie|compte).{0,40}(pleine?|saturée?|quota)|espace (de stockage )?insuffisant/,
  /(postfach|mailbox|speicher).{0,30}(voll|überfüllt|überschritten|erschöpft)|kein speicherplatz/,
  /(buzón|cuenta|bandeja).{0,30}(llen[oa]|excedid[oa]|sin espacio)|(caixa|conta).{0,30}(cheia|lotada|excedid[oa])|(casella|cartella).{0,30}(pien[ao]|esaurit[ao])/,
  /(postvak|mailbox).{0,20} vol\b|(skrzynka|konto).{0,30}(pełn[ae]|przepełnion|przekroczon)|(kutusu|posta).{0,20}dolu/,
  /(ящик|скриньк|квот).{0,40}(переполнен|полон|заполнен|превышен|переповнен)/,
  /(邮箱|郵箱|信箱|空间|空間|容量).{0,10}(已满|已滿|不足|满了|滿了|超出|超过|超過)/,
  /(メールボックス|容量|ディスク|保存領域).{0,16}(一杯|いっぱい|満杯|超え|超過|不足|オーバー)/,
  /(메일함|용량|편지함|사서함).{0,12}(가득|초과|부족|꽉)/,
]
