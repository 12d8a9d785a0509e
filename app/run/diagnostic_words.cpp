#include "run/diagnostic_words.h"

#include <QCoreApplication>
#include <QHash>

namespace naru::run {

namespace {

struct Words {
    const char *what;
    const char *todo;
};

constexpr const char *lookAtPage = QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Look at the page yourself.");
constexpr const char *decideHidden = QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Decide whether what is hidden counts. It is read like everything else.");
constexpr const char *saveAgain = QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Open the file in its own program, save it, and open it here again.");
constexpr const char *compare = QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Compare the places named in the reason with the original.");

const QHash<QString, Words> &known()
{
    static const QHash<QString, Words> words{
        {u"unread"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The picture of this page has not been read, or could not be."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Read on, or look at the page yourself.")}},
        {u"unread.rest"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Reading was stopped: some pages have not been read."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Read on, or look at the pages named in the reason yourself.")}},
        {u"limit.coarse"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The page is so large that it was read at a coarser resolution."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Small letters may be wrong: compare them, or scan the sheet in parts.")}},
        {u"limit.rulings"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "A picture of the document is too large to look for tables around it."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The text is whole. Compare tables with the page.")}},
        {u"curves"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The letters of this page are drawings, not text."),
          lookAtPage}},
        {u"limit"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The document is larger than may be read; the rest was left out."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Split the document and open its parts.")}},
        {u"truncated"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The file ends too early; what was there has been read."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Get the file again from the sender.")}},
        {u"table.tiling"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The cells of a table overlap or leave gaps."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Compare the table with the page before you use it.")}},
        {u"extension"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The name of the file ends differently from what it is. It was read as what it is."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Nothing needs to be done. Rename the file so that others can open it.")}},
        {u"ragged"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Not all rows have the same number of values."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Look whether a value holds the separator.")}},
        {u"trackedChanges"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The document holds changes that nobody has accepted or rejected yet."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Ask the author which version is meant.")}},
        {u"headerMissing"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The styles of the document are missing; its text is whole."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Nothing needs to be done.")}},
        {u"privacy"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Personal facts in this document are covered."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Ask the author for the whole document if you may see it.")}},
        {u"hiddenSheet"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The workbook has hidden sheets."),
          decideHidden}},
        {u"hiddenRows"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The sheet has hidden rows."),
          decideHidden}},
        {u"hiddenColumns"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "The sheet has hidden columns."),
          decideHidden}},
        {u"hidden"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Parts of the sheet are hidden."),
          decideHidden}},
        {u"uncached"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Some formulas have no result in the file."),
          saveAgain}},
        {u"sharedString"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Some cells name a text that the file does not have."),
          saveAgain}},
        {u"noSuchDay"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Some cells hold a day that does not exist."),
          compare}},
        {u"noNumber"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Some cells say that they hold a number but hold none."),
          compare}},
        {u"noValue"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Some cells have no value of the kind that they claim."),
          compare}},
        {u"beyondSheet"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Some cells lie outside of what a sheet can hold; they were left out."),
          saveAgain}},
        {u"doubleCell"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Some cells stand twice in the file; the first was taken."),
          compare}},
        {u"sparse"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Few cells lie far apart; the blank rows and columns between them were left out."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Nothing needs to be done. The addresses are those of the sheet.")}},
        {u"merge"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Merged ranges of cells overlap."),
          compare}},
        {u"covered"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "There is text under merged cells that nobody sees in the sheet."),
          compare}},
        {u"converted"_s,
         {QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "This is an old Excel workbook; LibreOffice has converted it."),
          QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Compare amounts and days with the original.")}},
    };
    return words;
}

} // namespace

DiagnosticWords wordsOf(const Diagnostic &diagnostic)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::Diagnostic", text); };
    // The same trouble has one name in all formats: "xlsx.hiddenRows", "ods.hiddenRows".
    const auto whole = known().constFind(diagnostic.code);
    const auto at = whole != known().constEnd() ? whole : known().constFind(diagnostic.code.section(u'.', -1));
    if (at != known().constEnd())
        return {say(at->what), say(at->todo)};
    return {say(QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Something in the document is not as it should be.")),
            say(QT_TRANSLATE_NOOP("naru::ui::Diagnostic", "Read the reason, and compare with the original."))};
}

} // namespace naru::run
