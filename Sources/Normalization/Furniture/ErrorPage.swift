/// Whether a line says that there is no page, or that it is not to be seen: "404", "Page not found", "Access denied".
func isErrorMessage(_ line: Line) -> Bool {
  line.words <= 12
    && (errorMessages.contains(line.phraseHash) || line.starts(withAny: errorOpenings, ofAtMost: 5))
}

private let errorMessages = WordSet(phrases: [
  "error #", "# error", "# not found", "not found", "page not found", "# page not found",
  "file not found", "article not found", "access denied", "# forbidden", "bad gateway",
  "service unavailable", "internal server error", "seite nicht gefunden", "fehler #", "zugriff verweigert",
  "page introuvable", "page non trouvée", "erreur #", "página no encontrada", "página não encontrada",
  "acceso denegado",
  "pagina non trovata", "pagina niet gevonden", "siden blev ikke fundet", "siden ble ikke funnet",
  "sidan hittades inte",
  "sivua ei löytynyt", "nie znaleziono strony", "strona nie istnieje", "stránka nenalezena",
  "страница не найдена",
  "сторінку не знайдено", "sayfa bulunamadı", "halaman tidak ditemukan", "không tìm thấy trang",
  "ページが見つかりません",
  "页面不存在", "找不到网页", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة", "are you a robot", "just a moment",
])

private let errorOpenings = WordSet(phrases: [
  "page not found", "# page not found", "# not found", "error # not found", "this page isn't available",
  "this page is not available", "this page does not exist", "the page you requested", "sorry the page you",
  "sorry we couldn't find", "sorry we can't find", "we can't find the page", "we couldn't find that page",
  "oops that page",
  "diese seite existiert nicht", "die gewünschte seite", "die angeforderte seite", "cette page n'existe pas",
  "la page demandée", "la página solicitada", "esta página no existe", "a página solicitada",
  "la pagina richiesta",
  "checking your browser", "please verify you are", "verify you are human", "please enable javascript and",
  "please enable cookies",
])
