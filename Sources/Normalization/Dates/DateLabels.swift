extension DateReader {
  /// What the words before a date say of it.
  func label(in tokens: [Token], from start: Int, before end: Int) -> DateMatch.Label? {
    for token in tokens[max(start, end - 8)..<end].reversed() {
      if token.isAny(of: Self.modifiedWords) { return .modified }
      if token.isAny(of: Self.publishedWords) { return .published }
    }
    return nil
  }

  /// Whether a verb at the end of the sentence says that the text came out then: "am 1. Juni 2024 veröffentlicht".
  func isDeclared(in tokens: [Token], after end: Int) -> Bool {
    for token in tokens[end..<min(tokens.count, end + 12)] {
      if token.kind == .number { return false }
      if token.isAny(of: Self.closingVerbs) { return true }
    }
    return false
  }

  private static let closingVerbs: WordSet = [
    "veröffentlicht", "erschienen", "publiziert", "gepubliceerd", "geplaatst", "yayınlandı", "yayımlandı",
  ]

  static let publishedWords = WordSet(
    words: """
      published posted created online
      veröffentlicht erschienen publiziert erstellt
      publié publiée paru parue publicado publicada publicación pubblicato pubblicata pubblicazione publicat publicada
      publicação gepubliceerd geplaatst gepost publicatie
      publiceret udgivet publisert publicerad publicerat julkaistu
      opublikowano opublikowany publikacja dodano publikováno zveřejněno publikované zverejnené objavljeno objavljen
      megjelent közzétéve publikálva publicat publicată botuar argitaratua yayınlanma yayınlandı yayımlanma giriş oluşturulma
      avaldatud publicēts publicēta paskelbta iliyochapishwa
      diterbitkan dipublikasikan diterbit terbit đăng
      опубликовано опубликована опубліковано публикувано објављено објавено апублікавана жарияланған
      δημοσιεύτηκε δημοσίευση δημοσιεύθηκε հրապարակվել გამოქვეყნდა
      نشر نُشر منشور منتشر انتشار شائع פורסם נשר प्रकाशित প্রকাশ প্রকাশিত প্রকাশঃ பதிவு வெளியிடப்பட்டது ప్రచురణ เผยแพร่
      公開日 公開 掲載 配信 発表 公表 发布 發布 发表 發佈 입력 등록 게시 승인
      """)
  static let modifiedWords = WordSet(
    words: """
      updated update upd modified revised edited amended
      aktualisiert aktualisierung geändert akt überarbeitet mis mise modifié modifiée actualisé actualisée
      actualizado actualizada actualización última aggiornato aggiornata aggiornamento atualizado atualizada atualização
      actualitzat actualizat actualizată bijgewerkt gewijzigd
      opdateret oppdatert uppdaterad uppdaterat päivitetty muokattu uppfært
      aktualizacja zaktualizowano aktualizováno aktualizované ažurirano posodobljeno frissítve frissült módosítva
      përditësuar eguneratua güncelleme güncellendi güncellenme yenilənib uuendatud atjaunots atjaunināts atnaujinta
      diperbarui diperbaharui dikemaskini cập
      обновлено обновлен обновлена обновление изменено оновлено актуализирана актуализирано ажурирано абноўлена жаңартылды
      ενημέρωση ενημερώθηκε թարմացվել განახლდა تحديث محدث بروزرسانی עודכן अपडेट अद्यतन আপডেট হালনাগাদ புதுப்பிக்கப்பட்டது อัปเดต
      更新日 更新 最終更新 修改 수정 최종수정 업데이트
      """)
}
