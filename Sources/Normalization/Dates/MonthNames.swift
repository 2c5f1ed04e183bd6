/// The number of a month by the hash of its name or of a usual short form, in lower case and without a full stop.
func month(_ name: UInt64) -> Int? { monthNumbers[name] }

/// The names of the months in the languages whose dates are read, January to December.
private let monthNames: [String] = [
  // English
  "january february march april may june july august september october november december",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "jan febr marc apr may june july aug sept oct nov dec",
  // German, Austrian
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner feber mrz apr mai jun jul aug sep okt nov dez",
  // French
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "janv févr mars avr mai juin juil août sept oct nov déc",
  "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
  // Spanish
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "ene feb mar abr may jun jul ago set oct nov dic",
  "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
  // Italian
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "gen feb mar apr mag giu lug ago set ott nov dic",
  // Portuguese
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "jan fev mar abr mai jun jul ago set out nov dez",
  // Dutch
  "januari februari maart april mei juni juli augustus september oktober november december",
  "jan feb mrt apr mei jun jul aug sep okt nov dec",
  // Danish, Norwegian, Swedish, Finnish
  "januar februar marts april maj juni juli august september oktober november december",
  "januari februari mars april maj juni juli augusti september oktober november december",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
    + " marraskuuta joulukuuta",
  "januar februar mars april mai juni juli august september oktober november desember",
  // Polish, Czech, Russian, Ukrainian: the genitive, as dates have it
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "ledna února března dubna května června července srpna září října listopadu prosince",
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  // Turkish, Indonesian, Romanian, Greek
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  "januari februari maret april mei juni juli agustus september oktober november desember",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου"
    + " δεκεμβρίου",
]

private let monthNumbers = WordTable(
  monthNames.flatMap { names in
    names.split(separator: " ").enumerated().map { (WordHash(folded: $1).value, $0 + 1) }
  })
