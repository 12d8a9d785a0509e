#include "ui/print_preview.h"

#include "run/session.h"
#include "ui/pages/page_view.h"
#include "ui/words.h"

#include <QAction>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

namespace naru::ui {

namespace {

constexpr double pictureDpi = 132;

} // namespace

PrintPreview::PrintPreview(Shell &shell, QList<PrintChoice> choices, QWidget *parent)
    : QDialog(parent)
    , m_shell(shell)
    , m_choices(std::move(choices))
    , m_position(new QLabel(this))
    , m_view(new PageView(shell.theme(), this))
    , m_save(new QPushButton(shell.theme().icon(u"save"_s), tr("Save as PDF …"), this))
    , m_print(new QPushButton(shell.theme().icon(u"print"_s, Tone::OnAccent), tr("Print …"), this))
{
    setWindowTitle(tr("Print"));
    auto *column = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    addTools(*row);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    m_print->setProperty("role", u"primary"_s);
    m_print->setAutoDefault(true);
    connect(m_save, &QPushButton::clicked, this, &PrintPreview::choosePdf);
    connect(m_print, &QPushButton::clicked, this, &PrintPreview::choosePrinter);
    resize(shell.theme().px(760), shell.theme().px(820));
    choose(0);
}

void PrintPreview::addTools(QHBoxLayout &row)
{
    addChips(row);
    row.addStretch(1);
    m_before = addTool(row, u"chevron-left"_s, tr("Page before"), QKeySequence(Qt::Key_PageUp), [this] { turn(-1); });
    row.addWidget(m_position);
    m_next = addTool(row, u"chevron-right"_s, tr("Next page"), QKeySequence(Qt::Key_PageDown), [this] { turn(1); });
    addTool(row, u"zoom-out"_s, tr("Smaller page"), QKeySequence(u"Ctrl+-"_s), [this] { m_view->zoomOut(); });
    addTool(row, u"zoom-in"_s, tr("Larger page"), QKeySequence(u"Ctrl+="_s), [this] { m_view->zoomIn(); });
    addTool(row, u"zoom-fit"_s, tr("Whole width"), QKeySequence(u"Ctrl+0"_s), [this] { m_view->fit(); });
    row.addStretch(1);
    row.addWidget(m_save);
    row.addWidget(m_print);
}

void PrintPreview::addChips(QHBoxLayout &row)
{
    for (int i = 0; i < m_choices.size(); ++i) {
        auto *chip = new QToolButton(this);
        chip->setProperty("role", u"chip"_s);
        chip->setText(m_choices[i].name);
        chip->setAccessibleName(tr("Print: %1").arg(m_choices[i].name));
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::clicked, this, [this, i] { choose(i); });
        row.addWidget(chip);
        m_chips.append(chip);
    }
}

QToolButton *PrintPreview::addTool(QHBoxLayout &row, const QString &icon, const QString &text, const QKeySequence &keys,
                                   std::function<void()> act)
{
    auto *action = new QAction(m_shell.theme().icon(icon), text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(act));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("role", u"tool"_s);
    button->setAccessibleName(text);
    row.addWidget(button);
    return button;
}

// Whose office, and who printed it when: a print that lies about can be traced (개인정보의 안전성 확보조치 기준 제12조).
Result<PrintFrame> PrintPreview::frameOf(run::Session &session, QDate asOf)
{
    if (const Status status = session.mayDo(u"print"_s); !status)
        return status.error();
    const auto directory = session.directory();
    if (!directory)
        return directory.error();
    PrintFrame frame;
    QStringList tops;
    for (const office::Unit &unit : (*directory)->state().units)
        if (unit.parent.isEmpty() && office::isValidOn(unit, asOf))
            tops.append(unit.name);
    frame.office = tops.size() == 1 ? tops.first() : QString();
    frame.asOf = tr("As of %1").arg(dayText(asOf));
    const office::Person *person = (*directory)->person(session.actor());
    const QString who = person ? u"%1 (%2)"_s.arg(person->name, session.actor()) : session.actor();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray number = QCryptographicHash::hash((who + now.toString(Qt::ISODateWithMs)).toUtf8(), QCryptographicHash::Sha256);
    frame.printedBy = tr("Printed by %1 · %2 · No. %3").arg(who, momentText(now), QString::fromLatin1(number.toHex().left(8)));
    return frame;
}

void PrintPreview::choose(int choice)
{
    run::Session *session = m_shell.session();
    if (!session || choice < 0 || choice >= m_choices.size())
        return;
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(i == choice);
    const Printout printout = m_choices[choice].make();
    const int mine = ++m_asked;
    m_title = printout.title;
    m_pages.reset();
    m_page = 0;
    showPosition();
    m_shell.works().start(
        this, tr("Laying out the pages"),
        [session, printout, asOf = m_shell.asOf()](const Progress &progress) -> Result<Pages> {
            const auto frame = frameOf(*session, asOf);
            if (!frame)
                return frame.error();
            auto pages = PrintedPages::layOut(printout, *frame, progress);
            if (!pages)
                return pages.error();
            return std::make_shared<const PrintedPages>(*std::move(pages));
        },
        [this, mine](const Pages &pages) {
            if (mine == m_asked)
                take(pages);
        },
        [this](const Error &error) { explain(error); });
}

void PrintPreview::take(const Pages &pages)
{
    m_pages = pages;
    drawPage();
}

void PrintPreview::turn(int pages)
{
    if (m_page + pages < 0 || m_page + pages >= pageCount())
        return;
    m_page += pages;
    drawPage();
}

void PrintPreview::drawPage()
{
    showPosition();
    m_shell.works().start(
        this, tr("Drawing a page"),
        [pages = m_pages, page = m_page](const Progress &) -> Result<QImage> { return pages->picture(page, pictureDpi); },
        [this, pages = m_pages, page = m_page](const QImage &image) {
            if (pages == m_pages && page == m_page)
                m_view->setPage(image, pictureDpi);
        },
        [this](const Error &error) { explain(error); }, true);
}

void PrintPreview::showPosition()
{
    m_position->setText(m_pages ? u"%1/%2"_s.arg(m_page + 1).arg(pageCount()) : u"–"_s);
    m_before->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < pageCount());
    m_save->setEnabled(m_pages != nullptr);
    m_print->setEnabled(m_pages != nullptr);
}

void PrintPreview::explain(const Error &error) { m_view->clear(sentence(error)); }

void PrintPreview::choosePdf()
{
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setNameFilter(u"*.pdf"_s);
    dialog->selectFile(QString(m_title).replace(u'/', u'-') + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PrintPreview::savePdf);
    dialog->open();
}

void PrintPreview::savePdf(const QString &path)
{
    if (!m_pages)
        return;
    m_shell.works().start(
        this, tr("Writing the PDF"),
        [pages = m_pages, path](const Progress &progress) { return pages->writePdf(path, progress); },
        [this, path] {
            m_shell.say(Tone::Success, tr("The PDF lies in %1").arg(path));
            accept();
        },
        [this](const Error &error) { m_shell.complain(error, tr("Writing the PDF")); });
}

void PrintPreview::choosePrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution); // shared with the worker that paints on it
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, pageCount());
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        m_shell.works().start(
            this, tr("Printing"),
            [pages = m_pages, printer](const Progress &progress) { return pages->print(*printer, progress); },
            [this] {
                m_shell.say(Tone::Success, tr("Sent to the printer: %1").arg(m_title));
                accept();
            },
            [this](const Error &error) { m_shell.complain(error, tr("Printing")); });
    });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // the dialog borrows it until then
    dialog->open();
}

} // namespace naru::ui
