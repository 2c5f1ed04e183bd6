import Testing

@testable import Normalization

/// Single lines of pages that people copy, in many languages: captions with their credits, and the words of the interface.
@Suite struct PastedLineTests {
  // MARK: - Captions

  @Test(arguments: [
    ("Η νέα θυρίδα στο λιμανάκι. (Φωτ. INTIME)", "Η νέα θυρίδα στο λιμανάκι.", "INTIME"),
    ("Mbah Sarimin di hutan desa. (Dok. Pribadi)", "Mbah Sarimin di hutan desa.", "Dok. Pribadi"),
    (
      "Fot. Archiwum parafii / Żubr przed kościołem w Narewce", "Żubr przed kościołem w Narewce",
      "Archiwum parafii"
    ),
    ("गांव के स्कूल में बच्चे। (फोटो: दीपक नेगी)", "गांव के स्कूल में बच्चे।", "दीपक नेगी"),
    ("בית בכפר. צילום: גיל אשכנזי", "בית בכפר.", "גיל אשכנזי"),
    ("Ông Hiền lấp ổ gà chiều 12/7. Ảnh: An Minh", "Ông Hiền lấp ổ gà chiều 12/7.", "An Minh"),
    ("المعلم يوزع الكتب على التلاميذ (الجزيرة)", "المعلم يوزع الكتب على التلاميذ", "الجزيرة"),
    ("5月18日晚，周德福架起银幕。林晓棠 摄", "5月18日晚，周德福架起银幕。", "林晓棠"),
    ("七十八歲的洪清標示範砌石。（記者許芷瑄攝）", "七十八歲的洪清標示範砌石。", "記者許芷瑄"),
    ("졸업장을 받은 이순녀 할머니. 한지우 기자", "졸업장을 받은 이순녀 할머니.", "한지우"),
    ("할머니가 택시에 오르고 있다. /구례군", "할머니가 택시에 오르고 있다.", "구례군"),
    (
      "Une saline inondée, le 15 janvier 2024. THOMAS LEBRUN POUR « LE MONDE »",
      "Une saline inondée, le 15 janvier 2024.", "THOMAS LEBRUN POUR « LE MONDE »"
    ),
    (
      "O sino está de volta à torre da igreja PAULO CARRIÇO", "O sino está de volta à torre da igreja",
      "PAULO CARRIÇO"
    ),
    ("5月18日晚，周德福架起银幕。晚报记者 林晓棠 图", "5月18日晚，周德福架起银幕。", "晚报记者 林晓棠"),
    ("Klaartje met haar zender. Beeld Roos Pierson", "Klaartje met haar zender.", "Roos Pierson"),
    ("De boot op het strand. Foto Jaap de Vries", "De boot op het strand.", "Jaap de Vries"),
    ("The boat on the beach. (Coast News: Mara Holt)", "The boat on the beach.", "Coast News: Mara Holt"),
    ("The boat on the beach. (Supplied: Mara Holt)", "The boat on the beach.", "Mara Holt"),
    ("The boat on the beach (Mara Holt/Coast Daily)", "The boat on the beach", "Mara Holt/Coast Daily"),
    ("Pie de foto, La torre tiene dos relojes.", "La torre tiene dos relojes.", nil),
    ("Підпис до фото, Вежа має два годинники", "Вежа має два годинники", nil),
    ("울릉도 도동항 전경 [연합뉴스 자료사진]", "울릉도 도동항 전경", "연합뉴스 자료사진"),
    (
      "O barco no rio Tapajós - Marcio Nagano/Folhapress", "O barco no rio Tapajós",
      "Marcio Nagano/Folhapress"
    ),
    (
      "Jabłoń na stacji w Sędziszowie | Paweł Nocoń / Onet", "Jabłoń na stacji w Sędziszowie",
      "Paweł Nocoń / Onet"
    ),
  ])
  func `captions have their credit in many languages`(line: String, text: String, credit: String?) {
    var line = Line(line, followsBlank: true)
    line.tokenize()
    #expect(caption(in: line) == Caption(text: text, credit: credit))
  }

  @Test(arguments: ["再開した書店で本を選ぶ中学生（19日、長野県白馬坂町で）", "体育館に並ぶ栽培棚（熊本県山江村）"])
  func `a place in brackets at the end is a caption's in Japan`(text: String) {
    var line = Line(text, followsBlank: true)
    line.tokenize()
    #expect(caption(in: line)?.text == text)
  }

  @Test(arguments: [
    "وقال المتحدث إن القرار سيصدر الأسبوع المقبل. (رويترز)", "他说，这张照片是他自己拍的。", "그는 기자 출신이다. 한 기자는 말했다.",
    "The vans were sold by the makers of the VW ID BUZZ", "He was the first to speak for NATO AND THE UN",
    "The match report of the second round - Manchester/Leeds",
    "Melike Aydoğan / İZMİR", "Mara Holt/Staff Writer", "他说，这是一张地图", "Nobody was hurt (see page 4/5)",
    "The trust said so in May. Image is everything",
    "The team had three coaches in a year - and/or four owners",
  ])
  func `sentences of a text are no captions`(line: String) {
    var line = Line(line, followsBlank: true)
    line.tokenize()
    #expect(caption(in: line) == nil)
  }

  // MARK: - Words of the interface

  @Test(arguments: [
    "To buy a copy of the painting, collectors from three continents bid against each other for an hour.",
    "O contributo do público foi decisivo para que o festival se realizasse.",
    "Ends", "JavaScript turns thirty", "Support for membership has risen to 80 percent since the spring.",
  ])
  func `sentences that begin like furniture are none`(text: String) {
    var line = Line(text, followsBlank: true)
    line.tokenize()
    #expect(wording(of: line) == nil)
  }

  @Test(arguments: [
    "แชร์", "ดูเพิ่มเติม", "ข่าวล่าสุด", "สงวนลิขสิทธิ์ © 2567", "שלחו במייל", "תגיות: חשמל", "כל הזכויות שמורות",
    "शेयर करें", "लॉगिन",
    "सबसे ज्यादा पढ़ी गई", "Megosztás", "Bejelentkezés", "Hozzászólások (4)", "Minden jog fenntartva",
    "Címkék: gólya, iskola", "Comparteix",
    "Inicia sessió", "Notícies relacionades", "Tots els drets reservats", "Hirdetés", "Publicitate",
    "تبلیغات", "[廣告]請繼續往下閱讀",
    "Kapcsolódó cikk", "Google News'te Takip Et", "기자 구독",
    "Ir a los comentarios", "Haberin Devamı", "본문 글자 크기 조정", "Ouça este artigo",
    "Zobacz wideo Najdziwniejsze znaleziska",
    "この記事は有料記事です。残り612文字", "Подписаться | Прислать новость", "Recommended Videos",
    "Her finner du debattreglene våre.",
    "This article has been automatically translated and may contain errors.",
    "To order a copy for £16.14 go to books.example.",
    "This article is more than 6 months old", "Document 4 of 25", ", opens new tab",
    "Temps de lectura: 3 minuts",
    "Unsubscribe from this list: https://reporter.example/u",
    "Copyright c 지리산일보. All rights reserved. 무단 전재 및 재배포 금지.",
    "ΔΙΑΦΗΜΙΣΗ", "ΔΕΙΤΕ ΕΠΙΣΗΣ", "Mirá también", "A+", "Denne artikkelen er over tre måneder gammel",
    "NEWYou can now listen to our articles!", "Wilt u belangrijke informatie delen met de krant?",
    "The Coast Briefing has all the news of the day. Sign up here.",
    "Mainos (teksti jatkuu alla)", "Dalszy ciąg materiału pod wideo",
    "Artikkelen fortsetter under bildet.",
    "6 fotografií", "VÍDEO: Gato assiste à missa em Bagé", "特别声明：以上内容为平台用户上传并发布，本平台仅提供信息存储服务。",
    "To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video",
    "Zobacz wideo Matura 2024. Co pojawiło się na egzaminie?",
    "Enjoyed this story? Become a member of the Lantern for £7 a month.",
    "Sponsor Message", "Your support helps us to tell the story", "Javascript är avstängt",
    "Lees voor",
    "Dziękujemy, że przeczytałaś/eś nasz artykuł do końca. Bądź na bieżąco! Obserwuj nas w Google.",
    "Do you have a photo or video of a breaking news story? Send it to us here.",
  ])
  func `the words of the interface are furniture in more languages`(text: String) {
    var line = Line(text, followsBlank: true)
    line.tokenize()
    #expect(wording(of: line) != nil)
  }
}
