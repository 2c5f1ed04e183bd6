/// The phrases of what databases, agencies, companies and mail programs put around the texts that they hand out, written as
/// those of ``furniturePhrases``.
let documentPhrases: [(reason: FurnitureReason, isEnd: Bool, phrases: String)] = [
  (
    .label, false,
    """
    body, full text, fulltext, full text :, section :, length # words, # words, word count :, language english,
    page # of #, # of # documents, document # of #, dokument # von #, # von # dokumenten, # sur # documents,
    document # sur #, documento # de #, # de # documentos,
    veröffentlichung einer insiderinformation nach artikel # **, für den inhalt der mitteilung ist **,
    disclosure of an inside information acc **, the issuer is solely responsible **, dateline :, volltext, texte intégral, texto completo, for immediate release *,
    zur sofortigen veröffentlichung *, pour diffusion immédiate *, list of # items, list # of #, end of list, key events,
    key points, key takeaways, at a glance, das wichtigste in kürze, auf einen blick, points clés, les points clés,
    puntos clave, pontos-chave, punti chiave,
    写真 図版, heard on *, provided by *, more information :
    """
  ),
  (
    .label, true,
    """
    corrections and clarifications *, end of document, ends :, ende der mitteilung, load-date :, load date :, document url :, database :, publication-type :, journal code :,
    proquest document id :, forward-looking statement *, forward-looking statements *, cautionary statement *,
    cautionary note regarding *, safe harbor statement *, this press release contains forward-looking **,
    this news release contains forward-looking **, media contact *, media contacts *, press contact *, press contacts *,
    media inquiries *, media enquiries *, investor contact *, investor contacts *, notes to editors *, note to editors *,
    pressekontakt *, rückfragen bitte an, rückfragen bitte an *, contact presse *, contacts presse *, contacto de prensa *, contatti stampa *, journal information :,
    本件に関するお問い合わせ先, 本件に関するお問い合わせ, 本リリースに関するお問い合わせ先, 報道関係者お問い合わせ先, 報道関係者からのお問い合わせ先
    """
  ),
  (
    .editorNote, false,
    """
    this article has been automatically translated **, this article was automatically translated **, dieser artikel wurde automatisch übersetzt **,
    dieser text wurde automatisch übersetzt **, cet article a été traduit automatiquement **, este artículo ha sido traducido automáticamente **,
    eds :, correction :, corrections :, clarification :, korrektur :, rectificatif :, corrección :, correção :, rectificatie :,
    an earlier version of this article **, an earlier version of this story **, an earlier version of this report **,
    an earlier version of this post **, a previous version of this article **, a previous version of this story **,
    this article was amended **, this article has been amended **, this article was corrected **,
    this article has been corrected **, this story has been corrected **, this story was corrected **,
    this article was updated **, this article has been updated **, this story was updated **, this story has been updated **,
    when we learn of a mistake **, in einer früheren version dieses **, in einer früheren fassung dieses **,
    eine frühere version dieses **, une version précédente de cet article **, une première version de cet article **,
    una versión anterior de este **, uma versão anterior deste **, una versione precedente di questo **,
    in een eerdere versie van dit **, npr transcripts are created **
    """
  ),
  (
    .cookie, false,
    """
    we value your privacy, we care about your privacy, we respect your privacy, your privacy matters, your privacy,
    privacy preference center, more options, agree, manage options, manage preferences, manage consent,
    cookie preferences, we and our # partners **, we and our # vendors **, with your permission we and **,
    wir und unsere # partner **, wir und unsere partner **, ihre privatsphäre ist uns wichtig, cookie-einstellungen,
    datenschutz-einstellungen, nous et nos # partenaires **, nous et nos partenaires **, nous respectons votre vie privée,
    nosotros y nuestros # socios **, nosotros y nuestros socios **, valoramos tu privacidad, valoramos su privacidad,
    noi e i nostri # partner **, noi e i nostri partner **, nós e os nossos # parceiros **, wij en onze # partners **,
    we noticed you're visiting from **, this site uses cookies to **
    """
  ),
  (
    .copyright, true,
    """
    confidentiality notice **, this email and any attachments **, this e-mail and any attachments **,
    this e-mail message including any attachments **, this message and any attachments **,
    the information contained in this email is **, the information contained in this e-mail is **,
    diese e-mail enthält vertrauliche **, diese e-mail kann vertrauliche **, ce message et toutes les pièces **,
    este mensaje y sus archivos **, este correo electrónico y sus **,
    this message contains confidential **, this message is intended only **, this email is confidential **, this e-mail is confidential **,
    this email is intended only **, this email may contain confidential **, this e-mail may contain confidential **,
    the contents of this email are **, the contents of this e-mail are **, please consider the environment before **,
    diese e-mail und alle anhänge **, diese e-mail ist vertraulich **, diese nachricht ist vertraulich **, diese nachricht enthält vertrauliche **,
    der inhalt dieser e-mail ist **, bitte denken sie an die umwelt **, ce message et ses pièces jointes **, ce message est confidentiel **,
    ce courriel et ses pièces jointes **, ce courriel est confidentiel **, cet e-mail et toutes les pièces **, este mensaje y sus adjuntos **,
    este mensaje puede contener información **, este mensaje contiene información confidencial **,
    la información contenida en este mensaje **, la información contenida en este correo **, antes de imprimir este mensaje **,
    antes de imprimir este correo **, le informazioni contenute in questo messaggio **, le informazioni contenute in questa e-mail **,
    questo messaggio e i suoi allegati **, questo messaggio e gli eventuali allegati **, prima di stampare questa e-mail **,
    esta mensagem pode conter informação **, esta mensagem pode conter informações **, esta mensagem e seus anexos **,
    esta mensagem e os seus anexos **, as informações contidas nesta mensagem **, antes de imprimir este e-mail **,
    de informatie in dit e-mailbericht **, de informatie in deze e-mail **, dit bericht is uitsluitend bestemd **,
    dit e-mailbericht is uitsluitend bestemd **, dit bericht en eventuele bijlagen **, detta meddelande kan innehålla konfidentiell **,
    detta e-postmeddelande kan innehålla konfidentiell **, denne e-mail kan indeholde fortrolige **, denne e-mail er fortrolig **,
    denne e-posten kan inneholde konfidensiell **, denne e-posten er konfidensiell **, tämä viesti on luottamuksellinen **,
    tämä viesti saattaa sisältää luottamuksellista **, niniejsza wiadomość zawiera informacje poufne **,
    niniejsza wiadomość jest przeznaczona wyłącznie **, treść tej wiadomości jest poufna **, tato zpráva a její přílohy **,
    tento e-mail a jeho přílohy **, tento e-mail a všetky jeho prílohy **, это сообщение и любые вложения **,
    это сообщение может содержать конфиденциальную **, данное сообщение может содержать конфиденциальную **,
    це повідомлення може містити конфіденційну **, bu e-posta ve ekleri **, bu mesaj ve ekleri **, ez az üzenet és mellékletei **,
    ez az e-mail és mellékletei **, acest mesaj și orice fișiere **, acest e-mail și orice fișiere **, αυτό το μήνυμα και τυχόν συνημμένα **
    """
  ),
  (
    .newsletter, false,
    """
    view this email in your browser *, view in browser *, view in your browser *, im browser öffnen *, read online *,
    forwarded this email *, was this email forwarded to you *, how did you like today's email *, update your email preferences **,
    update your preferences *, manage your subscription *, manage your preferences *, this email was sent to **,
    you're receiving this email **, our mailing address is *, sie erhalten diese e-mail weil **, sie erhalten diesen newsletter **,
    wurde ihnen diese e-mail weitergeleitet *, vous recevez cet e-mail **, vous recevez cette newsletter **,
    recibes este correo **, has recibido este correo **, je ontvangt deze nieuwsbrief **, u ontvangt deze nieuwsbrief **,
    you are receiving this e-mail **, you're receiving this e-mail **, you received this e-mail **, you received this message because **,
    to unsubscribe from this **, to unsubscribe click **, to unsubscribe send **, to stop receiving these **, click here to unsubscribe *,
    if you no longer wish to receive **, if you no longer want to receive **, sie erhalten diese mail **, sie haben diese e-mail erhalten **,
    wenn sie diesen newsletter nicht **, falls sie diesen newsletter nicht **, wenn sie keine weiteren e-mails **,
    um sich vom newsletter abzumelden **, newsletter abbestellen, newsletter abmelden, vom newsletter abmelden, hier abmelden,
    falls diese e-mail nicht richtig **, wird diese e-mail nicht richtig **, sollte diese e-mail nicht richtig **,
    probleme mit der darstellung *, diese e-mail wurde an *, vous recevez cet email **, vous recevez ce message **,
    vous avez reçu cet e-mail **, pour vous désinscrire **, pour vous désabonner **, si vous ne souhaitez plus recevoir **,
    se désabonner, se désinscrire, me désabonner, voir cet e-mail dans *, voir cet email dans *, voir la version en ligne, version en ligne,
    afficher dans le navigateur, ouvrir dans le navigateur, recibe este correo **, ha recibido este correo **, recibes este email **,
    está recibiendo este correo **, estás recibiendo este correo **, si no desea recibir más **, si no quieres recibir más **,
    para darse de baja **, para darte de baja **, darse de baja, darme de baja, cancelar suscripción, cancelar la suscripción,
    ver en el navegador, ver en tu navegador, ver este correo en *, ricevi questa email **, ricevi questa e-mail **,
    hai ricevuto questa email **, hai ricevuto questa e-mail **, se non desideri più ricevere **, se non vuoi più ricevere **,
    per annullare l'iscrizione **, annulla iscrizione, annulla l'iscrizione, disiscriviti, visualizza nel browser, visualizza questa email *,
    apri nel browser, você está recebendo este e-mail **, você recebeu este e-mail **, está a receber este e-mail **,
    se não deseja mais receber **, se não quiser receber mais **, para cancelar a inscrição **, cancelar inscrição, cancelar subscrição,
    descadastrar, ver no navegador, veja no navegador, u ontvangt deze e-mail **, u ontvangt deze mail **, je ontvangt deze e-mail **,
    je ontvangt deze mail **, wilt u deze nieuwsbrief niet **, uitschrijven, afmelden, bekijk in browser, bekijk in je browser, bekijk online,
    du får detta mejl **, du får det här mejlet **, du får detta mail **, du får detta nyhetsbrev **, avsluta prenumerationen,
    avprenumerera, visa i webbläsaren, visa i webbläsare, öppna i webbläsaren, du modtager denne e-mail **, du modtager denne mail **,
    du modtager dette nyhedsbrev **, afmeld nyhedsbrev, afmeld, se i browser, vis i browser, du mottar denne e-posten **,
    du mottar dette nyhetsbrevet **, meld deg av, avslutt abonnementet, åpne i nettleser, vis i nettleser, saat tämän sähköpostin **,
    saat tämän viestin **, peruuta tilaus, peruuta uutiskirje, avaa selaimessa, näytä selaimessa, otrzymujesz tę wiadomość **,
    otrzymujesz ten e-mail **, otrzymałeś tę wiadomość **, wypisz się, zrezygnuj z subskrypcji, wyświetl w przeglądarce,
    zobacz w przeglądarce, tento e-mail jste obdrželi **, tento e-mail vám byl **, odhlásit odběr, odhlásit se, zobrazit v prohlížeči,
    tento e-mail ste dostali **, odhlásiť odber, zobraziť v prehliadači, вы получили это письмо **, вы получаете это письмо **, отписаться,
    отписаться от рассылки, открыть в браузере, посмотреть в браузере, ви отримали цей лист **, ви отримуєте цей лист **, відписатися,
    відписатися від розсилки, переглянути в браузері, bu e-postayı bültenimize **, bu e-postayı aldınız **, abonelikten çık,
    abonelikten ayrıl, tarayıcıda görüntüle, azért kapta ezt a levelet **, azért kapod ezt a levelet **, ezt a levelet azért **,
    leiratkozás, leiratkozom, megtekintés böngészőben, primiți acest e-mail **, primiți acest email **, ați primit acest e-mail **,
    dezabonare, dezabonează-te, vizualizează în browser, λαμβάνετε αυτό το email **, κατάργηση εγγραφής, получавате този имейл **, отписване,
    primate ovaj e-mail **, odjava, odjavite se, reps aquest correu **, rebeu aquest correu **, donar-se de baixa, dona't de baixa,
    配信停止, 配信停止はこちら, メルマガ解除, ブラウザで表示, 退订, 取消订阅, 退訂, 取消訂閱, 在浏览器中查看, 수신거부, 구독 취소,
    إلغاء الاشتراك, הסרה מרשימת התפוצה, hủy đăng ký, berhenti berlangganan
    """
  ),
  (
    .signature, false,
    """
    sent from my *, sent from yahoo mail *, sent from mail for *, sent with proton mail *, get outlook for *, von meinem iphone gesendet, von meinem ipad gesendet,
    von meinem handy gesendet, von meinem mobiltelefon gesendet, von meinem samsung *, gesendet von mail *, gesendet mit der *, gesendet von meinem *,
    outlook für *, envoyé de mon *, envoyé depuis mon *, télécharger outlook *, enviado desde mi *, obtener outlook *, enviado do meu *,
    obter o outlook *, inviato da iphone, inviato da ipad, inviato dal mio *, scarica outlook *, verstuurd vanaf mijn *, verzonden vanaf mijn *,
    outlook voor *, skickat från min *, hämta outlook *, sendt fra min *, lähetetty iphonesta, lähetetty puhelimestani, wysłane z *,
    pobierz outlook *, odesláno z *, odoslané z *, отправлено с *, надіслано з *, iphone'umdan gönderildi, iphone-ról küldve, trimis de pe *,
    στάλθηκε από το *, iphoneから送信, 发自我的 *, 從我的 *, 나의 iphone에서 보냄
    """
  ),
]
