/// The phrases of what databases, agencies, companies and mail programs put around the texts that they hand out, written as
/// those of ``furniturePhrases``.
let documentPhrases: [(reason: FurnitureReason, isEnd: Bool, phrases: String)] = [
  (
    .label, false,
    """
    body, full text, fulltext, full text :, section :, length # words, # words, word count :, language english,
    page # of #, # of # documents, dateline :, volltext, texte intégral, texto completo, for immediate release *,
    zur sofortigen veröffentlichung *, pour diffusion immédiate *, list of # items, list # of #, end of list, key events,
    key points, key takeaways, at a glance, das wichtigste in kürze, auf einen blick, points clés, les points clés,
    puntos clave, pontos-chave, punti chiave,
    写真 図版, heard on *, provided by *, more information :
    """
  ),
  (
    .label, true,
    """
    end of document, load-date :, load date :, document url :, database :, publication-type :, journal code :,
    proquest document id :, forward-looking statement *, forward-looking statements *, cautionary statement *,
    cautionary note regarding *, safe harbor statement *, this press release contains forward-looking **,
    this news release contains forward-looking **, media contact *, media contacts *, press contact *, press contacts *,
    media inquiries *, media enquiries *, investor contact *, investor contacts *, notes to editors *, note to editors *,
    pressekontakt *, contact presse *, contacts presse *, contacto de prensa *, contatti stampa *, journal information :
    """
  ),
  (
    .editorNote, false,
    """
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
    .adLabel, false,
    """
    článek pokračuje pod reklamou, 我是廣告 請繼續往下閱讀, 广告 请继续往下阅读, 記事は広告の後に続きます, artykuł dostępny po reklamie,
    dalsza część artykułu pod materiałem wideo, a cikk a hirdetés után folytatódik, haberin devamı reklamdan sonra
    """
  ),
  (
    .menu, false,
    """
    หน้าแรก, เมนู, ค้นหา, เข้าสู่ระบบ, 글자 크기 변경, 글자크기, 본문 바로가기, 首页, 首頁, トップ, ホーム, メニュー, главная, головна, الرئيسية,
    होम, trang chủ, beranda, anasayfa, ana sayfa, αρχική, strona główna, domů, forside, forsiden, hjem, etusivu, voorpagina
    """
  ),
  (
    .share, false,
    """
    แชร์, คัดลอกลิงก์, แบ่งปัน, ajouter à vos sélections, offrir l'article, partage, sauvegarder, คัดลอก, 글자크기 조절, 프린트, 스크랩,
    印刷, 分享到, 打印, 收藏, kopírovat odkaz, kopiuj link, kopyala, yazdır, salin tautan, sao chép liên kết, kopier lenke, kopier link
    """
  ),
  (
    .media, false,
    """
    audio :, video :, haberi dinle, poslechnout článek, posłuchaj artykułu, écouter l'article, lire la vidéo, escuchar noticia, ouvir notícia,
    ascolta l'articolo, luister naar dit artikel, ฟังข่าว, nghe bài, 3-minute listen, #-minute listen, # minute listen, download
    """
  ),
  (
    .related, false,
    """
    ข่าวแนะนำ, ข่าวที่เกี่ยวข้อง, อ่านข่าวเพิ่มเติม, อ่านเพิ่มเติม
    """
  ),
  (.tags, true, "แท็กที่เกี่ยวข้อง, แท็ก, etiket, etiketler, từ khóa, 标签, 標籤, 관련 키워드, 태그"),
  (
    .subscription, false,
    """
    有料会員になると会員限定の有料記事もお読みいただけます, この記事は有料記事です, 有料会員限定, thanks for reading **, thank you for reading **,
    continue reading your article with *, to read the full story *, this is a preview **, you have # free articles **,
    you've read your **, you have reached your limit **
    """
  ),
  (
    .newsletter, false,
    "view this email in your browser *, view in browser *, view in your browser *, im browser öffnen *"
  ),
  (.comment, true, "mitä ajatuksia artikkeli herätti **"),
]
