#include "ui/pages/import_page.h"

#include "ui/pages/drop_zone.h"
#include "ui/pages/fault_model.h"
#include "ui/pages/panel.h"
#include "ui/pages/plan_desk.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace naru::ui {

ImportPage::ImportPage(Shell &theShell)
    : PlanListPage(theShell, u"import"_s)
    , m_model(new FaultModel(this))
    , m_faultPanel(new Panel(tr("Errors"), this))
    , m_faults(new ListTable(theShell.theme(), tr("Errors of the import"), this))
{
    auto *open = new QAction(theShell.theme().icon(u"open"_s), tr("Import units or people …"), this);
    open->setProperty("iconName", u"open"_s);
    open->setShortcut(QKeySequence::Open);
    connect(open, &QAction::triggered, this, &ImportPage::chooseFile);
    insertAction(actions().value(1), open);
    auto *zone = new DropZone(
        theShell.theme(), tr("Drop a table of units or people here"),
        tr("XLSX or CSV, with the names of the columns in the first row. Units: code, name, kind, level, parent, valid_from, "
           "valid_to, predecessors. People: emp_no, name, hanja, grade, series, unit, post, account, valid_from. What was "
           "exported from the organisation has this form. One error, and nothing is imported."),
        tr("Choose a file (Ctrl+O)"), this);
    connect(zone, &DropZone::asked, this, &ImportPage::chooseFile);
    listColumn()->insertWidget(0, zone);
    addFaults();
    takeFiles([this](const QStringList &files) { read(files.first()); });
}

void ImportPage::addFaults()
{
    m_faults->setModel(m_model);
    m_faults->setColumns({200, 72, 120, 180, 0});
    auto *copy = new QPushButton(shell().theme().icon(u"copy"_s), tr("Copy the errors"), this);
    connect(copy, &QPushButton::clicked, this, &ImportPage::copyFaults);
    m_faultPanel->head()->addWidget(copy);
    m_faultPanel->body()->addWidget(m_faults);
    m_faultPanel->hide();
    listColumn()->insertWidget(1, m_faultPanel, 1);
}

void ImportPage::copyFaults() const { QGuiApplication::clipboard()->setText(m_model->plainText()); }

void ImportPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import units or people"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.xlsx *.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::read);
    dialog->open();
}

void ImportPage::read(const QString &file)
{
    run::Session *session = shell().session();
    if (!session)
        return;
    const QString name = QFileInfo(file).fileName();
    m_faultPanel->hide();
    shell().works().start(
        this, tr("Reading %1").arg(name), [session, file](const Progress &progress) { return planImport(*session, file, progress); },
        [this](const ImportReading &reading) { took(reading); }, [this, name](const Error &error) { refused(name, error); });
}

void ImportPage::took(const ImportReading &reading)
{
    const QLocale locale;
    if (reading.plan.changes.isEmpty()) {
        shell().say(Tone::Success, tr("%1 rows read: everything is so already, nothing changes.").arg(locale.toString(reading.rows)));
        return;
    }
    shell().saved();
    shell().say(Tone::Information, tr("%1 rows read, %2 change something. Look at the plan and approve it.")
                                       .arg(locale.toString(reading.rows), locale.toString(reading.changedRows)));
    desk()->open(reading.plan.id);
}

void ImportPage::refused(const QString &file, const Error &error)
{
    if (error.code != u"import.rows"_s) {
        shell().complain(error, file);
        return;
    }
    m_model->setFaults(faultsOf(error));
    m_faultPanel->setTitle(tr("%1 was not imported: nothing was changed").arg(file));
    m_faultPanel->show();
    if (showsPlan())
        backToList();
    m_faults->setCurrentIndex(m_model->index(0, 0));
    m_faults->setFocus(Qt::OtherFocusReason);
    shell().say(Tone::Danger, tr("%1 was not imported: nothing was changed").arg(file));
}

QList<PrintChoice> ImportPage::printChoices() const
{
    QList<PrintChoice> choices = PlanListPage::printChoices();
    if (!showsPlan() && m_faultPanel->isVisible())
        choices.prepend({tr("Errors"), [this] { return Printout{tr("Errors of the import"), {}, {m_faults->printed()}}; }});
    return choices;
}

} // namespace naru::ui
