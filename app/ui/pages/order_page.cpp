#include "ui/pages/order_page.h"

#include "ui/pages/plan_desk.h"
#include "ui/works.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList out;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            out.append(url.toLocalFile());
    return out;
}

} // namespace

OrderPage::OrderPage(Shell &theShell)
    : PlanListPage(theShell, u"personnel-order"_s)
{
    setAcceptDrops(true);
    auto *open = new QAction(theShell.theme().icon(u"open"_s), tr("Open an order …"), this);
    open->setProperty("iconName", u"open"_s);
    open->setShortcut(QKeySequence::Open);
    connect(open, &QAction::triggered, this, &OrderPage::chooseFiles);
    insertAction(actions().value(1), open);
    addDropZone();
}

void OrderPage::addDropZone()
{
    auto *zone = new QFrame(this);
    zone->setObjectName(u"DropZone"_s);
    auto *row = new QHBoxLayout(zone);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(16);
    auto *icon = new QLabel(zone);
    const auto draw = [this, icon] {
        icon->setPixmap(shell().theme().icon(u"drop"_s, Tone::Accent).pixmap(shell().theme().px(32), shell().theme().px(32)));
    };
    draw();
    connect(&shell().theme(), &Theme::changed, icon, draw);
    auto *words = new QVBoxLayout;
    auto *title = new QLabel(tr("Drop the order here"), zone);
    title->setProperty("role", u"section"_s);
    auto *detail = new QLabel(tr("HWPX, XLSX, PDF, or CSV, one file or several. It is read and planned; nothing is applied "
                                 "before somebody approves."), zone);
    detail->setProperty("role", u"muted"_s);
    detail->setWordWrap(true);
    words->addWidget(title);
    words->addWidget(detail);
    row->addWidget(icon);
    row->addLayout(words, 1);
    auto *button = new QPushButton(tr("Choose a file (Ctrl+O)"), zone);
    connect(button, &QPushButton::clicked, this, &OrderPage::chooseFiles);
    row->addWidget(button);
    listColumn()->insertWidget(0, zone);
}

void OrderPage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open an order"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Documents (*.hwpx *.xlsx *.pdf *.csv)"), tr("All files (*)")});
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

void OrderPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void OrderPage::dropEvent(QDropEvent *event)
{
    read(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace naru::ui
