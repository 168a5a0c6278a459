"""The language of the widgets: source strings are English, Chinese comes from Qt's translation files."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lowcarbon_desktop.assets import resource


class Language:
    """Installs and removes the translators; every widget then hears a LanguageChange event."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def switch(self, lang: str) -> None:
        """Speak `lang`, "zh" or "en"."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        QLocale.setDefault(QLocale("zh_CN" if lang == "zh" else "en_GB"))
        if lang != "zh":
            return
        for name, folder in (("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
                             ("lowcarbon_zh", str(resource("translations")))):
            translator = QTranslator()
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
