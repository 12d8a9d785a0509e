// naru document, search.
#include "run/commands/command.h"

#include "run/diagnostic_words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace naru::run {

namespace {

// Ctrl+C stops at the pages that have been read by then.
Result<ReadSoFar> readWithProgress(const Context &context, const QString &file)
{
    Result<OpenDocument> open = OpenDocument::open(file);
    if (!open)
        return open.error();
    return open->readWatched(context.progress(told(QT_TRANSLATE_NOOP("Command", "Reading"))));
}

// In words, with the reason of the log behind them.
void tellDiagnostics(const Context &context, const QString &file, const Document &document)
{
    for (const Diagnostic &one : document.diagnostics) {
        const DiagnosticWords words = wordsOf(one);
        const QString page = told(QT_TRANSLATE_NOOP("Command", "page %1")).arg(one.page);
        context.tell((one.page > 0 ? file + u", "_s + page : file) + u": "_s + words.what + u' ' + words.todo + u" ("_s
                     + one.text + u')');
    }
}

Error stoppedReading(const QString &what)
{
    return {Error::Kind::Cancelled, u"expected all pages but reading was stopped; "_s + what, u"read.stopped"_s};
}

Status showDocument(Context &context, const QString &file)
{
    const Result<ReadSoFar> read = readWithProgress(context, file);
    if (!read)
        return read.error();
    if (context.json)
        context.printJson(toJson(read->document));
    context.print(plainText(read->document));
    tellDiagnostics(context, file, read->document);
    return read->isWhole ? Status() : stoppedReading(u"what was read by then is above"_s);
}

// What is not whole gets a name of its own, so that nobody takes it for the whole.
QString nameOfPart(const QString &path)
{
    const QFileInfo file(path);
    return file.dir().filePath(file.completeBaseName() + u".part."_s + file.suffix());
}

Status convertDocument(Context &context, const QString &file, const QString &out)
{
    const Result<ReadSoFar> read = readWithProgress(context, file);
    if (!read)
        return read.error();
    const QString path = read->isWhole ? out : nameOfPart(out);
    if (const Status status = writeDocument(read->document, path, Formats()); !status)
        return status;
    tellDiagnostics(context, file, read->document);
    return read->isWhole ? Status() : stoppedReading(u"what was read by then is in '"_s + path + u'\'');
}

Status search(Context &context, Session &session, const QString &words, int limit)
{
    const Result<QList<store::SearchHit>> hits = session.search(words, limit);
    if (!hits)
        return hits.error();
    QJsonArray all;
    for (const store::SearchHit &one : *hits) {
        QString snippet = one.snippet;
        snippet.remove(QChar(2)).remove(QChar(3));
        all.append(QJsonObject{{u"record"_s, one.record.toString()}, {u"kind"_s, one.record.kind}, {u"title"_s, one.title},
                               {u"snippet"_s, snippet}});
        context.print(one.record.toString() + u"  "_s + one.title + u"  "_s + snippet);
    }
    if (context.json)
        context.printJson(all);
    return {};
}

} // namespace

void addDocumentCommands(CLI::App &app, Context &context)
{
    struct Values {
        std::string file, out, words;
        int limit = 20;
    };
    auto values = std::make_shared<Values>(); // shared: the callbacks outlive this function
    CLI::App *document = app.add_subcommand("document", said(QT_TRANSLATE_NOOP("Command", "Documents: shown, converted, forms filled")));
    document->require_subcommand(1);
    CLI::App *show = document->add_subcommand("show", said(QT_TRANSLATE_NOOP("Command", "What a document holds: text, tables, fields, diagnostics")));
    show->add_option("FILE", values->file, said(QT_TRANSLATE_NOOP("Command", "The document")))->required();
    show->callback([&context, values] {
        if (const Status status = showDocument(context, text(values->file)); !status)
            context.fail(status.error());
    });
    CLI::App *convert = document->add_subcommand("convert", said(QT_TRANSLATE_NOOP("Command", "Write a document in another format")));
    convert->add_option("FILE", values->file, said(QT_TRANSLATE_NOOP("Command", "The document")))->required();
    convert->add_option("--out", values->out, said(QT_TRANSLATE_NOOP("Command", "The file: .txt .csv .xlsx .ods .hwpx .pdf .json")))->required();
    convert->callback([&context, values] {
        if (const Status status = convertDocument(context, text(values->file), text(values->out)); !status)
            context.fail(status.error());
    });
    CLI::App *find = app.add_subcommand("search", said(QT_TRANSLATE_NOOP("Command", "What Ctrl+K finds: syllables, words, initial consonants")));
    find->add_option("TEXT", values->words, said(QT_TRANSLATE_NOOP("Command", "The words")))->required();
    find->add_option("--limit", values->limit, said(QT_TRANSLATE_NOOP("Command", "At most so many")));
    find->callback([&context, values] {
        withSession(context, [&](Session &session) { return search(context, session, text(values->words), values->limit); });
    });
}

} // namespace naru::run
