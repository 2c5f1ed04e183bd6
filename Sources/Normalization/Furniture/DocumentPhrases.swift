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
    este mensaje y sus archivos **, este correo electrónico y sus **
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
    recibes este correo **, has recibido este correo **, je ontvangt deze nieuwsbrief **, u ontvangt deze nieuwsbrief **
    """
  ),
]
