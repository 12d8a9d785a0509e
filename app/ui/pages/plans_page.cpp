#include "ui/pages/plans_page.h"

#include "ui/works.h"

#include <QAction>
#include <QLocale>

namespace naru::ui {

PlansPage::PlansPage(Shell &theShell)
    : PlanListPage(theShell, {})
{
    auto *due = new QAction(theShell.theme().icon(u"apply"_s), tr("Apply what is due"), this);
    due->setProperty("iconName", u"apply"_s);
    due->setToolTip(tr("Writes the bookings whose day has come"));
    connect(due, &QAction::triggered, this, &PlansPage::applyDue);
    addAction(due);
}

void PlansPage::applyDue()
{
    run::Session *session = shell().session();
    if (!session)
        return;
    shell().works().start(
        this, tr("Applying what is due"), [session](const Progress &) { return session->applyDue(); },
        [this](const QList<store::Receipt> &receipts) {
            int written = 0;
            for (const store::Receipt &receipt : receipts)
                written += receipt.written;
            if (written > 0)
                shell().saved();
            shell().say(Tone::Success, written ? tr("Applied: %1 changes.").arg(QLocale().toString(written))
                                               : tr("Nothing is due today."));
            refresh();
        });
}

} // namespace naru::ui
