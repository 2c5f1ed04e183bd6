/// A unit of time in which a text says how long ago something was.
struct RelativeUnit {
  var months = 0
  var minutes = 0
  var seconds = 0
  /// Whether the word says "ago" as well: `時間前`.
  var saysAgo = false
  /// Whether the word is a letter or two, which may mean anything without "ago" beside it.
  var isShort = false
}

/// The units by their names.
let relativeUnits: WordTable<RelativeUnit> = {
  let day = 24 * 60
  let lists: [(unit: RelativeUnit, words: String)] = [
    (
      RelativeUnit(seconds: 1),
      """
      second seconds sec secs sekunde sekunden seconde secondes seconden segundo segundos secondo secondi sekund sekunda
      sekundy sekundę sekunder sekunnin sekunnit sekuntia sekunti secunde secundă секунда секунды секунд секунду секунди секунде
      секунди sekundi sekundě sekundou sekúnd sekundo saniye saniyə giây detik 秒 秒钟 秒鐘 초 δευτερόλεπτα δευτερόλεπτο
      ثانية ثوان ثوانٍ ثانیه שניות सेकंड सेकेंड সেকেন্ড วินาที soniya sekundes sekundžių sekundit
      """
    ),
    (
      RelativeUnit(minutes: 1),
      """
      minute minutes min mins minuten minuto minutos minuti minuut minuter minutter minuttia minuutin minuutti minuuttia minut
      minuty minutę minutu minutou minúta minúty minút minuta minuti minutit minutes minučių minūtes minūtēm минуту минуты минут
      минута минути мин минуте хвилин хвилини хвилину хвіліну хвіліны хвілін хвіл dakika dəqiqə menit minit phút 分 分钟 分鐘 분
      λεπτά λεπτό دقيقة دقائق دقیقه منٹ דקות דקה मिनट मिनिट মিনিট นาที daqiqa perc perce perccel мүнөт minutë minuta წუთის րոպե
      """
    ),
    (
      RelativeUnit(minutes: 60),
      """
      hour hours hr hrs stunde stunden std hora horas ora ore heure heures uur uren timmar timme timma time timer tuntia tunnin
      tunti godzin godziny godzinę godz hodin hodiny hodinu hodinou hodinami hodina hodín óra órája órával час часа часов годин
      години годину гадзіну гадзіны гадзін ч сат сата сати sat sata sati ur uro uri saat sata jam giờ 小时 小時 時間 시간 ώρες ώρα
      ساعة ساعات ساعت گھنٹے گھنٹہ שעות שעה घंटे घंटा घण्टे घन्टा ঘন্টা ঘণ্টা ชั่วโมง tundi tund valandas valandų valandą stundas
      stundām stundu orë сағат soat საათის ժամ oras
      """
    ),
    (
      RelativeUnit(minutes: day),
      """
      day days tag tage tagen día días giorno giorni dia dias jour jours dag dagen dagar dage dager päivää päivä päivän dni dny
      den dne dnem dnů dní dzień deň dňami dňom dan dana dneva dnevi dnevom nap napja nappal zi zile день дня дней дні днів дзень
      дня дзён ден дни дана gün hari ngày 일 天 日 μέρες ημέρες μέρα ημέρα يوم أيام روز دن दिन দিন วัน kun päeva päev dienas dienām
      dieną dienų ditë күн დღის օր ημέρων araw siku
      """
    ),
    (
      RelativeUnit(minutes: 7 * day),
      """
      week weeks woche wochen semana semanas settimana settimane semaine semaines weken vecka veckor uge uger uke uker viikkoa
      viikko viikon tygodni tygodnie tydzień tygodnia týdny týden týdnem týdnů týždňom týždne týždňov tjedana tjedna tjedan
      nedelje nedelja tednom tedna tednov hét hete săptămâni săptămână неделю недели недель неделя тижні тиждень тижнів тыдзень тыдні
      тыдняў седмица седмици недеље недеља hafta həftə minggu tuần 周 週間 週 주 주일 星期 礼拜 εβδομάδες εβδομάδα أسبوع أسابيع هفته
      ہفتے שבועות שבוע सप्ताह हफ्ते হপ্তা সপ্তাহ สัปดาห์ nädalat nädala savaites savaičių nedēļas nedēļām javë апта wiki
      """
    ),
    (
      RelativeUnit(months: 1),
      """
      month months mons monat monate monaten mes mês meses mese mesi mois maand maanden månad månader måned måneder kuukautta
      kuukausi kuukauden kuu kuud miesiąc miesiące miesięcy měsíc měsíce měsíců měsícem mesiac mesiace mesiacov mesiacom mjeseci
      mjeseca mjesec meseca meseci mesec hónap hónapja hónappal lună luni месяц месяца месяцев місяць місяці місяців месяцы месяцаў
      месеци месеца месец ay bulan tháng 个月 個月 か月 ヶ月 개월 달 μήνες μήνας μήνα شهر أشهر شهور ماه مہینے חודשים חודש महीने महीना
      মাস เดือน mēnešiem mēnešus mėnesius mėnesių muaj ай oy
      """
    ),
    (
      RelativeUnit(months: 12),
      """
      year years yr yrs jahr jahre jahren año años anno anni an ans année années ano anos any anys jaar år vuotta vuosi vuoden
      aasta aastat rok roky roku lat lata rokem rokom rokmi let godina godine godinu leta leto leti év éve évvel ani год года лет
      годы гадоў рік роки років година године години yıl il yil tahun thn năm 年 년 έτη έτος χρόνια χρόνο سنة سنوات عام أعوام سال
      שנים שנה साल वर्ष বছর ปี gada gadiem gadus metų metus vjet жыл წლის տարի
      """
    ),
    (RelativeUnit(months: 120), "decade decades दशक"),
    (RelativeUnit(minutes: 1, isShort: true), "m"), (RelativeUnit(minutes: 60, isShort: true), "h"),
    (RelativeUnit(minutes: day, isShort: true), "d"), (RelativeUnit(minutes: 7 * day, isShort: true), "w"),
    (RelativeUnit(months: 12, isShort: true), "y"), (RelativeUnit(seconds: 1, isShort: true), "s"),
    (RelativeUnit(minutes: 2 * day), "يومين"), (RelativeUnit(minutes: 120), "ساعتين"),
    (RelativeUnit(seconds: 1, saysAgo: true), "秒前 秒钟前 秒鐘前 초전"),
    (RelativeUnit(minutes: 1, saysAgo: true), "分前 分钟前 分鐘前 분전"),
    (RelativeUnit(minutes: 60, saysAgo: true), "時間前 小时前 小時前 시간전"),
    (RelativeUnit(minutes: day, saysAgo: true), "日前 天前 일전"),
    (RelativeUnit(minutes: 7 * day, saysAgo: true), "週間前 周前 週前 주전 个星期前"),
    (RelativeUnit(months: 1, saysAgo: true), "か月前 ヶ月前 カ月前 个月前 個月前 개월전"),
    (RelativeUnit(months: 12, saysAgo: true), "年前 년전"),
  ]
  return WordTable(
    lists.flatMap { list in
      list.words.split { $0 == " " || $0 == "\n" }.map { (WordHash(folded: $0).value, list.unit) }
    })
}()

/// Days back by their names, phrases of up to four words; -1 for this moment.
let relativeDays: WordTable<Int> = {
  let lists: [(days: Int, names: String)] = [
    (
      -1,
      "just now|right now|gerade eben|à l'instant|ahora mismo|adesso|agora mesmo|zojuist|akkurat nå|just nu|только что|刚刚|剛剛|たった今|방금"
    ),
    (
      0,
      """
      today|heute|heut|aujourd'hui|hoy|oggi|hoje|avui|gaur|vandaag|idag|i dag|í dag|tänään|dziś|dzisiaj|dnes|danes|danas|astăzi|azi\
      |сегодня|сьогодні|сёння|днес|данас|денес|bugün|bu gün|hari ini|hôm nay|今日|今天|오늘|σήμερα|اليوم|امروز|آج|היום|आज|আজ|আজি|இன்று\
      |วันนี้|täna|šodien|šiandien|bugun|бүгін|დღეს|այսօր
      """
    ),
    (
      1,
      """
      yesterday|gestern|hier|ayer|ieri|ontem|ahir|atzo|onte|gisteren|igår|i går|í gær|eilen|wczoraj|včera|včeraj|jučer|juče|tegnap|dje\
      |вчера|вчора|учора|ўчора|учора ў|јуче|dün|dünən|kemarin|semalam|hôm qua|昨日|昨天|어제|χθες|χτες|أمس|يوم أمس|دیروز|گذشتہ کل|אתמול\
      |কাল|গতকাল|কালি|நேற்று|เมื่อวาน|เมื่อวานนี้|eile|vakar|kecha|кеше|გუშინ|երեկ|kahapon
      """
    ),
    (
      2,
      """
      the day before yesterday|day before yesterday|vorgestern|avant-hier|anteayer|antes de ayer|l'altro ieri|anteontem\
      |eergisteren|i förrgår|forgårs|i forgårs|toissapäivänä|przedwczoraj|předevčírem|predvčerom|predvčerajšnjim|prekjučer|prekjuče\
      |tegnapelőtt|alaltăieri|позавчера|позавчора|пазаўчора|завчера|прекјуче|önceki gün|evvelsi gün|一昨日|おととい|前天|그저께|그제|προχθές\
      |שלשום|परसों|üleeile|aizvakar|užvakar
      """
    ),
  ]
  return WordTable(
    lists.flatMap { list in
      list.names.split(separator: "|").map { (WordHash.phrase($0), list.days) }
    })
}()

/// Small numbers in words, as they stand before a unit.
let relativeNumbers: WordTable<Int> = {
  let lists: [(number: Int, words: String)] = [
    (
      1,
      """
      a an one ein eine einer einem einen un une uno una um uma een en et ett ei yksi jeden jedna jedno jednu jedną jedním один одна
      одну один един една адзін адну bir satu một egy o unu üks viens vienas μία ένα एक এক
      """
    ),
    (
      2,
      "two zwei deux dos due dois duas twee to två kaksi dwa dwie dva dvě два две дві два iki dua hai két două"
    ),
    (3, "three drei trois tres tre três drie kolme trzy tři три üç tiga ba három trei"),
    (
      4,
      "four vier quatre cuatro quattro quatro fire fyra neljä cztery čtyři четыре чотири dört empat négy patru"
    ),
    (5, "five fünf cinq cinco cinque vijf fem viisi pięć pět пять п'ять beş lima öt cinci"),
    (6, "six sechs seis sei zes seks sex kuusi sześć šest шесть шість altı enam hat șase"),
    (7, "seven sieben sept siete sette sete zeven sju syv seitsemän siedem sedm семь сім yedi tujuh hét"),
    (8, "eight acht huit ocho otto oito otte åtte åtta osiem osm восемь вісім sekiz delapan nyolc opt"),
    (9, "nine neun neuf nueve nove negen ni nio dziewięć devět девять дев'ять dokuz sembilan kilenc"),
    (10, "ten zehn dix diez dieci dez tien ti tio dziesięć deset десять on sepuluh tíz zece"),
  ]
  return WordTable(
    lists.flatMap { list in
      list.words.split { $0 == " " || $0 == "\n" }.map { (WordHash(folded: $0).value, list.number) }
    })
}()
