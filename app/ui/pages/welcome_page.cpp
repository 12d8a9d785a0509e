#include "ui/pages/welcome_page.h"

#include "run/session.h"
#include "ui/works.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace naru::ui {

WelcomePage::WelcomePage(Shell &theShell, const QString &why, const QString &location,
                         std::function<void(const QString &)> opened)
    : Page(theShell)
    , m_location(location)
    , m_opened(std::move(opened))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *reason = new QLabel(why, this);
    reason->setWordWrap(true);
    reason->setProperty("role", u"muted"_s);
    column->addWidget(reason);
    addStart(*column, u"people"_s, tr("Try it out"),
             tr("Makes a fictional city of 6,500 people with sample orders. No real names; remove it whenever you like."),
             [this] { create(true); });
    addStart(*column, u"add"_s, tr("Make an empty office"), tr("Units and people are imported from XLSX or CSV afterwards."),
             [this] { create(false); });
    addStart(*column, u"open"_s, tr("Open another office"), tr("An office that lies somewhere else."), [this] { chooseOffice(); });
    column->addStretch(1);
}

void WelcomePage::addStart(QVBoxLayout &column, const QString &icon, const QString &title, const QString &detail,
                           std::function<void()> act)
{
    auto *panel = new QFrame(this);
    panel->setObjectName(u"Panel"_s);
    auto *row = new QHBoxLayout(panel);
    row->setContentsMargins(20, 16, 16, 16);
    row->setSpacing(16);
    auto *picture = new QLabel(panel);
    picture->setPixmap(shell().theme().icon(icon, Tone::Accent).pixmap(shell().theme().px(28), shell().theme().px(28)));
    auto *words = new QVBoxLayout;
    auto *head = new QLabel(title, panel);
    head->setProperty("role", u"section"_s);
    auto *text = new QLabel(detail, panel);
    text->setProperty("role", u"muted"_s);
    text->setWordWrap(true);
    words->addWidget(head);
    words->addWidget(text);
    auto *button = new QPushButton(title, panel);
    connect(button, &QPushButton::clicked, this, std::move(act));
    row->addWidget(picture);
    row->addLayout(words, 1);
    row->addWidget(button);
    column.addWidget(panel);
}

void WelcomePage::create(bool isSample)
{
    shell().works().start(
        this, tr("Making the office"),
        [location = m_location, isSample](const Progress &progress) {
            run::Session::SampleOptions options;
            options.isSample = isSample;
            options.progress = progress;
            return run::Session::create(location, options);
        },
        [this](const run::Session::Created &created) { m_opened(created.location); });
}

void WelcomePage::chooseOffice()
{
    auto *dialog = new QFileDialog(this, tr("Open another office"), QFileInfo(m_location).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_opened(path); });
    dialog->open();
}

} // namespace naru::ui
