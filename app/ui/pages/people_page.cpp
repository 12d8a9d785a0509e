#include "ui/pages/people_page.h"

#include "run/particles.h"
#include "run/session.h"
#include "ui/live_field.h"
#include "ui/pages/panel.h"
#include "ui/pages/person_card.h"
#include "ui/pages/person_model.h"
#include "ui/pages/text_filter.h"
#include "ui/pages/unit_model.h"
#include "ui/pages/unit_tree.h"
#include "ui/words.h"
#include "ui/works.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace naru::ui {

PeoplePage::PeoplePage(Shell &theShell)
    : Page(theShell)
    , m_units(new UnitModel(theShell.theme(), this))
    , m_tree(new UnitTree(theShell.theme(), this))
    , m_people(new PersonModel(theShell.theme(), this))
    , m_filter(new TextFilter(PersonModel::SortRole, PersonModel::SearchRole, this))
    , m_table(new ListTable(theShell.theme(), tr("People"), this))
    , m_search(new LiveField(this))
    , m_peoplePanel(new Panel(tr("People"), this))
    , m_card(new PersonCard(theShell.theme(), this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_right(new QSplitter(Qt::Horizontal, this))
{
    m_tree->setModel(m_units);
    m_filter->setSourceModel(m_people);
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PersonModel::UnitColumn, Qt::AscendingOrder);
    m_table->setColumns({88, 72, 128, 0, 84, 92});
    m_table->setColumnHidden(PersonModel::NumberColumn, true); // it stands on the card, and the filter knows it
    m_table->setYielding({PersonModel::GradeColumn, PersonModel::PostColumn, PersonModel::StandingColumn});
    m_table->setEmptyWords(tr("Nobody."));
    m_search->setAccessibleName(tr("Filter the people"));
    m_search->setPlaceholderText(tr("Name, number, post, initial consonants"));
    m_search->addAction(theShell.theme().icon(u"filter"_s, Tone::Muted), QLineEdit::LeadingPosition);
    layOut();
    addExports();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showUnitCard();
        readPeople();
    });
    connect(m_table, &ListTable::rowChosen, this, &PeoplePage::showPersonAt);
    connect(m_search, &LiveField::searched, m_filter, &TextFilter::setText);
    connect(m_search, &LiveField::left, m_search, &QLineEdit::clear);
    connect(m_search, &LiveField::stepped, this, [this](int) {
        m_table->setFocus(Qt::OtherFocusReason);
        m_table->setCurrentIndex(m_filter->index(0, 0));
    });
    connect(m_card, &PersonCard::linkChosen, this, [this](const QString &record) { open(RecordRef::fromString(record)); });
}

void PeoplePage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_parts);
    auto *organisation = new Panel(tr("Organisation"), this);
    organisation->body()->addWidget(m_tree);
    m_peoplePanel->head()->addWidget(m_search, 2);
    m_peoplePanel->body()->addWidget(m_table);
    m_parts->addWidget(organisation);
    m_right->addWidget(m_peoplePanel);
    m_right->addWidget(m_card);
    m_parts->addWidget(m_right);
    for (QSplitter *splitter : {m_parts, m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(8);
    }
    m_search->setMinimumWidth(1);
}

void PeoplePage::addExports()
{
    auto *action = new QAction(shell().theme().icon(u"save"_s), tr("Export"), this);
    action->setProperty("iconName", u"save"_s);
    auto *menu = new QMenu(this);
    const QList<std::pair<QString, QString>> kinds{{u"people"_s, tr("People")}, {u"units"_s, tr("Units")}};
    for (const auto &[kind, word] : kinds)
        for (const QString &ending : {u"xlsx"_s, u"csv"_s}) {
            QAction *one = menu->addAction(run::withParticles(tr("Export: %1 as %2 …").arg(word, ending.toUpper())));
            one->setProperty("iconName", u"save"_s);
            connect(one, &QAction::triggered, this, [this, what = kind, ending] { exportAs(what, ending); });
        }
    action->setMenu(menu);
    addAction(action);
    auto *import = new QAction(shell().theme().icon(u"open"_s), tr("Import …"), this);
    import->setProperty("iconName", u"open"_s);
    connect(import, &QAction::triggered, this, [this] { shell().openPage(u"import"_s); });
    addAction(import);
    auto *find = new QAction(shell().theme().icon(u"filter"_s), tr("Filter the people"), this);
    find->setShortcut(QKeySequence::Find);
    find->setProperty("iconName", u"filter"_s);
    find->setProperty("hidden", true); // by key and palette; the field itself is in sight
    connect(find, &QAction::triggered, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    addAction(find);
}

void PeoplePage::exportAs(const QString &kind, const QString &ending)
{
    auto *dialog = new QFileDialog(this, tr("Export"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(u"*."_s + ending);
    dialog->selectFile(u"%1-%2.%3"_s.arg(kind, shell().asOf().toString(Qt::ISODate), ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString &path) {
        run::Session *session = shell().session();
        shell().works().start(
            this, tr("Export"),
            [session, kind, path, day = shell().asOf()](const Progress &) { return session->exportFile(kind, path, day); },
            [this, path] { shell().say(Tone::Success, tr("Exported to %1").arg(path)); });
    });
    dialog->open();
}

QString PeoplePage::subtitle() const
{
    const run::UnitRow *unit = m_units->unit(m_tree->currentIndex());
    return unit ? unit->path : QString();
}

QList<ShortcutHint> PeoplePage::hints() const
{
    return {{u"↑↓"_s, tr("row")}, {u"←→"_s, tr("open and close units")}, {u"Ctrl+F"_s, tr("filter")},
            {u"Ctrl+D"_s, tr("another day")}};
}

QString PeoplePage::currentUnit() const
{
    const run::UnitRow *unit = m_units->unit(m_tree->currentIndex());
    return unit ? unit->unit.id : QString();
}

void PeoplePage::refresh() { readUnits(); }

void PeoplePage::readUnits()
{
    run::Session *session = shell().session();
    if (!session)
        return;
    using Found = std::pair<QList<run::UnitRow>, std::shared_ptr<const office::Directory>>;
    shell().works().start(
        this, tr("Reading the organisation"),
        [session, day = shell().asOf()](const Progress &) -> Result<Found> {
            auto units = session->units(day);
            if (!units)
                return units.error();
            const auto directory = session->directory();
            if (!directory)
                return directory.error();
            return Found{*units, *directory};
        },
        [this](const Found &found) {
            const QString before = m_waitingUnit.isEmpty() ? currentUnit() : m_waitingUnit;
            m_directory = found.second;
            m_units->setUnits(found.first);
            m_table->setEmptyWords(found.first.isEmpty() ? tr("There is no unit on this day. Units and people come in by Import.")
                                                         : tr("Nobody."));
            m_tree->header()->setSectionResizeMode(UnitModel::NameColumn, QHeaderView::Stretch);
            m_tree->header()->setStretchLastSection(false);
            m_tree->setColumnHidden(UnitModel::HeadColumn, true); // on the card and in the tip: names need the room
            m_tree->header()->resizeSection(UnitModel::MembersColumn, shell().theme().px(64));
            m_tree->expandToDepth(m_units->rowCount() == 1 ? 0 : -1);
            selectWaiting();
            if (!m_tree->currentIndex().isValid()) {
                const QModelIndex again = m_units->indexOf(before);
                m_tree->setCurrentIndex(again.isValid() ? again : m_units->index(0, 0));
            }
        });
}

void PeoplePage::selectWaiting()
{
    const QModelIndex index = m_units->indexOf(m_waitingUnit);
    m_waitingUnit.clear();
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void PeoplePage::readPeople()
{
    run::Session *session = shell().session();
    const QString unit = currentUnit();
    if (!session || unit.isEmpty())
        return;
    const int mine = ++m_asked;
    shell().works().start(
        this, tr("Reading the people"), [session, unit, day = shell().asOf()](const Progress &) { return session->people(day, unit); },
        [this, mine](const QList<run::PersonRow> &people) {
            if (mine != m_asked)
                return;
            m_people->setPeople(people);
            m_peoplePanel->setTitle(tr("People %1").arg(QLocale().toString(people.size())));
            const int row = m_people->rowOf(m_waitingPerson);
            if (row < 0)
                return; // not in this unit: the list of the right one is under way
            m_waitingPerson.clear();
            m_table->setCurrentIndex(m_filter->mapFromSource(m_people->index(row, 0)));
            m_table->scrollTo(m_table->currentIndex());
        });
    Q_EMIT subtitleChanged();
}

void PeoplePage::showUnitCard()
{
    const run::UnitRow *unit = m_units->unit(m_tree->currentIndex());
    if (unit && m_directory)
        m_card->showUnit(*unit, *m_directory);
}

void PeoplePage::showPersonAt(int row)
{
    if (row >= 0)
        readPerson(m_people->person(m_filter->mapToSource(m_filter->index(row, 0)).row()).empNo);
}

void PeoplePage::readPerson(const QString &empNo)
{
    run::Session *session = shell().session();
    if (!session)
        return;
    shell().works().start(
        this, tr("Reading the person"),
        [session, empNo, day = shell().asOf()](const Progress &) { return session->person(empNo, day); },
        [this, day = shell().asOf()](const run::PersonDetail &detail) {
            if (m_directory)
                m_card->showPerson(detail, day, *m_directory);
        },
        [this](const Error &error) { m_card->clear(sentence(error)); }, true);
}

void PeoplePage::open(const RecordRef &record)
{
    if (record.kind == u"unit"_s) {
        m_waitingUnit = record.id;
        if (m_units->rowCount() > 0)
            selectWaiting();
        return;
    }
    if (record.kind != u"person"_s)
        return;
    readPerson(record.id);
    const int row = m_people->rowOf(record.id);
    if (row >= 0)
        m_table->setCurrentIndex(m_filter->mapFromSource(m_people->index(row, 0)));
    else
        m_waitingPerson = record.id;
    run::Session *session = shell().session();
    if (row >= 0 || !session)
        return;
    // The list follows: the person's own unit.
    shell().works().start(
        this, tr("Reading the person"),
        [session, empNo = record.id, day = shell().asOf()](const Progress &) { return session->person(empNo, day); },
        [this, empNo = record.id](const run::PersonDetail &detail) {
            m_waitingPerson = empNo; // a list of another unit may have shown the person meanwhile
            m_waitingUnit = detail.row.unit;
            if (m_units->rowCount() > 0)
                selectWaiting();
        },
        [](const Error &) {}, true);
}

QList<PrintChoice> PeoplePage::printChoices() const
{
    return {{tr("List of people"),
             [this] { return Printout{tr("People %1").arg(QLocale().toString(m_filter->rowCount())), subtitle(), {m_table->printed()}}; }},
            {tr("Card"), [this] { return Printout{tr("Card"), {}, {m_card->printed()}}; }}};
}

void PeoplePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->oldSize().width() == event->size().width())
        return;
    // Where the text is large for the window, the card stands below the list, and the names of units have the tree alone.
    const bool isTight = width() < shell().theme().px(760);
    m_right->setOrientation(isTight ? Qt::Vertical : Qt::Horizontal);
    m_parts->setSizes(isTight ? QList<int>{42, 58} : QList<int>{26, 74});
    m_right->setSizes(isTight ? QList<int>{50, 50} : QList<int>{62, 38});
    m_tree->setColumnHidden(UnitModel::MembersColumn, isTight);
}

} // namespace naru::ui
