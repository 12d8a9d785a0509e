#include "ui/pages/order_page.h"

#include "ui/pages/drop_zone.h"
#include "ui/pages/plan_desk.h"
#include "ui/works.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace naru::ui {

OrderPage::OrderPage(Shell &theShell)
    : PlanListPage(theShell, u"personnel-order"_s)
{
    auto *open = new QAction(theShell.theme().icon(u"open"_s), tr("Open an order …"), this);
    open->setProperty("iconName", u"open"_s);
    open->setShortcut(QKeySequence::Open);
    connect(open, &QAction::triggered, this, &OrderPage::chooseFiles);
    insertAction(actions().value(1), open);
    auto *zone = new DropZone(theShell.theme(), tr("Drop the order here"),
                              tr("HWPX, HWP, XLSX, ODS, PDF, CSV, or a scan, one file or several. It is read and planned; nothing is applied "
                                 "before somebody approves."),
                              tr("Choose a file (Ctrl+O)"), this);
    connect(zone, &DropZone::asked, this, &OrderPage::chooseFiles);
    listColumn()->insertWidget(0, zone);
    takeFiles([this](const QStringList &files) { read(files); });
}

void OrderPage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open an order"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Documents (%1)").arg(u"*.hwpx *.hwp *.xlsx *.ods *.pdf *.csv *.tif *.tiff *.png *.jpg *.jpeg"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &OrderPage::read);
    dialog->open();
}

void OrderPage::read(const QStringList &files)
{
    run::Session *session = shell().session();
    if (!session || files.isEmpty())
        return;
    QStringList paths;
    for (const QString &file : files)
        paths.append(QFileInfo(file).absoluteFilePath()); // the plan finds its evidence wherever the program is started
    shell().works().start(
        this, tr("Reading %1").arg(QFileInfo(paths.first()).fileName()),
        [session, paths](const Progress &progress) { return session->planPersonnelOrder(paths, session->today(), progress); },
        [this](const Plan &plan) {
            shell().saved();
            shell().notify({plan.questions.isEmpty() ? NoticeLevel::News : NoticeLevel::NeedsMe,
                            plan.questions.isEmpty() ? tr("Read: %1").arg(plan.title)
                                                     : tr("%1 to decide: %2").arg(plan.questions.size()).arg(plan.title),
                            QDateTime::currentDateTimeUtc(), u"personnel-order"_s, {u"plan"_s, plan.id}});
            desk()->open(plan.id);
        });
}

} // namespace naru::ui
