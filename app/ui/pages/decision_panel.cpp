#include "ui/pages/decision_panel.h"

#include "run/session.h"
#include "ui/fuzzy.h"
#include "ui/pages/reading_form.h"
#include "ui/works.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::ui {

namespace {

constexpr int mostFound = 12;

struct Scored {
    int score;
    Candidate candidate;
};

// People and units of the day that a few typed letters name.
QList<Candidate> candidatesFor(const QString &text, const office::Directory &directory, QDate day)
{
    QList<Scored> found;
    for (const office::Person &person : directory.state().persons) {
        const int score = std::max(fuzzyScore(text, person.name), fuzzyScore(text, person.id));
        if (score < 1000)
            continue;
        const office::Assignment *post = directory.mainPost(person.id, day);
        const QString where = post ? directory.path(post->unit) + u' ' + post->grade : QString();
        found.append({score, {{{u"emp_no"_s, person.id}}, u"%1 (%2) %3"_s.arg(person.name, person.id, where).trimmed()}});
    }
    for (const office::Unit &unit : directory.state().units) {
        const int score = isValidOn(unit, day) ? fuzzyScore(text, unit.name) : 0;
        if (score >= 1000)
            found.append({score, {{{u"to_unit"_s, unit.id}}, u"→ %1 (%2)"_s.arg(directory.path(unit.id), unit.id)}});
    }
    std::stable_sort(found.begin(), found.end(), [](const Scored &a, const Scored &b) { return a.score > b.score; });
    QList<Candidate> out;
    for (const Scored &one : std::as_const(found))
        if (out.size() < mostFound)
            out.append(one.candidate);
    return out;
}

} // namespace

DecisionPanel::DecisionPanel(Shell &shell, QWidget *parent)
    : Panel(tr("Decision"), parent)
    , m_shell(shell)
    , m_reason(new QLabel(this))
    , m_list(new QWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_group(new QButtonGroup(this))
    , m_search(new LiveField(this))
    , m_found(new ResultList(shell.theme(), this))
    , m_choose(new QPushButton(tr("Choose (Enter)"), this))
    , m_skip(new QPushButton(tr("Skip (S)"), this))
    , m_correct(new QPushButton(tr("Put right (E)"), this))
    , m_reading(new ReadingForm(shell.theme(), this))
{
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setMargin(4);
    m_list->setObjectName(u"ScrollBody"_s);
    auto *choices = new QVBoxLayout(m_list);
    choices->setContentsMargins(8, 0, 8, 0);
    choices->setSpacing(4);
    choices->addWidget(m_reason);
    choices->addStretch(1);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumHeight(1);
    m_found->setMinimumHeight(1);
    m_search->setPlaceholderText(tr("Somebody else, another unit"));
    m_search->setAccessibleName(tr("Search for somebody else or another unit"));
    m_search->addAction(shell.theme().icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    head()->addWidget(m_search, 3);
    m_found->hide();
    m_choose->setProperty("role", u"primary"_s);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(8);
    foot->addStretch(1);
    foot->addWidget(m_correct);
    foot->addWidget(m_skip);
    foot->addWidget(m_choose);
    body()->addWidget(m_scroll, 1);
    body()->addWidget(m_found, 1);
    body()->addWidget(m_reading, 2);
    m_reading->hide();
    m_correct->hide();
    m_correct->setToolTip(tr("Type what stands on the scan"));
    connect(m_correct, &QPushButton::clicked, this, [this] { m_reading->isHidden() ? correct() : showReading(false); });
    connect(m_reading, &ReadingForm::left, this, [this] { showReading(false); });
    connect(m_reading, &ReadingForm::fieldChosen, this, &DecisionPanel::fieldChosen);
    connect(m_reading, &ReadingForm::sent, this, [this](const QJsonObject &typed) {
        if (!typed.isEmpty())
            Q_EMIT decided({{u"read"_s, typed}});
    });
    body()->addLayout(foot);
    connect(m_search, &LiveField::searched, this, &DecisionPanel::lookUp);
    connect(m_search, &LiveField::stepped, m_found, &ResultList::step);
    connect(m_search, &LiveField::chosen, this, [this] { m_found->actCurrent(); });
    connect(m_search, &LiveField::left, m_search, &QLineEdit::clear);
    connect(m_choose, &QPushButton::clicked, this, &DecisionPanel::decide);
    connect(m_skip, &QPushButton::clicked, this, &DecisionPanel::skip);
}

void DecisionPanel::clearChoices()
{
    for (const QRadioButton *choice : std::as_const(m_choices))
        delete choice->parentWidget();
    m_choices.clear();
    m_candidates.clear();
}

void DecisionPanel::setLine(const PlanLine &line, bool mayDecide)
{
    m_line = line;
    m_mayDecide = mayDecide;
    clearChoices();
    m_search->clear();
    showFound({});
    explain();
    for (const LineReason &reason : line.reasons)
        for (const Candidate &candidate : reason.candidates)
            addChoice(candidate, false);
    m_search->setEnabled(mayDecide && line.number > 0);
    m_skip->setEnabled(mayDecide && line.number > 0 && !line.isSkipped);
    m_choose->setEnabled(false);
    m_reading->setLine(line);
    m_correct->setVisible(mayDecide && !line.reading.isEmpty());
    showReading(false);
}

void DecisionPanel::correct()
{
    if (m_correct->isHidden())
        return;
    showReading(true);
    m_reading->focusFirst();
}

void DecisionPanel::showReading(bool isShown)
{
    m_reading->setVisible(isShown);
    m_scroll->setVisible(!isShown);
    m_skip->setVisible(!isShown);
    m_choose->setVisible(!isShown);
    m_correct->setText(isShown ? tr("Back (Esc)") : tr("Put right (E)"));
}

void DecisionPanel::explain()
{
    QStringList texts;
    for (const LineReason &reason : std::as_const(m_line.reasons))
        texts.append(reason.text);
    if (texts.isEmpty() && m_line.number > 0)
        texts.append(m_line.state == LineState::Ready ? tr("Exactly one person and one meaning. Nothing to decide.")
                                                      : tr("Nothing changes here."));
    m_reason->setText(texts.join(u'\n'));
}

void DecisionPanel::addChoice(const Candidate &candidate, bool isChosen)
{
    // A radio button does not break its lines, and the end of the words is what tells homonyms apart: a label does.
    auto *line = new QWidget(m_list);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *choice = new QRadioButton(line);
    auto *words = new QLabel(candidate.text, line);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setBuddy(choice);
    words->installEventFilter(this);
    row->addWidget(choice, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    choice->setAccessibleName(candidate.text);
    choice->setEnabled(m_mayDecide);
    choice->installEventFilter(this);
    static_cast<QVBoxLayout *>(m_list->layout())->insertWidget(static_cast<int>(m_choices.size()) + 1, line);
    m_choices.append(choice);
    m_candidates.append(candidate);
    m_group->addButton(choice);
    connect(choice, &QRadioButton::toggled, this, [this] { m_choose->setEnabled(hasChoice()); });
    if (isChosen) {
        choice->setChecked(true);
        choice->setFocus(Qt::OtherFocusReason);
    }
}

void DecisionPanel::focusChoice()
{
    if (!m_mayDecide)
        return;
    if (m_choices.isEmpty())
        m_search->setFocus(Qt::ShortcutFocusReason);
    else
        m_choices.first()->setFocus(Qt::ShortcutFocusReason);
}

bool DecisionPanel::hasChoice() const
{
    return std::any_of(m_choices.begin(), m_choices.end(), [](const QRadioButton *choice) { return choice->isChecked(); });
}

void DecisionPanel::decide()
{
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        if (m_choices[i]->isChecked()) {
            const QJsonObject answer = m_candidates[i].answer; // a copy: deciding refills the panel
            Q_EMIT decided(answer);
            return;
        }
}

void DecisionPanel::skip()
{
    if (m_skip->isEnabled())
        Q_EMIT decided({{u"skip"_s, true}});
}

bool DecisionPanel::eventFilter(QObject *watched, QEvent *event)
{
    auto *choice = qobject_cast<QRadioButton *>(watched);
    if (const auto *words = qobject_cast<QLabel *>(watched); words && event->type() == QEvent::MouseButtonPress)
        static_cast<QRadioButton *>(words->buddy())->click();
    if (choice && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choice->setChecked(true);
            decide();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const qsizetype next = m_choices.indexOf(choice) + (key == Qt::Key_Down ? 1 : -1);
            if (next >= 0 && next < m_choices.size()) {
                m_choices[next]->setChecked(true);
                m_choices[next]->setFocus(Qt::OtherFocusReason);
            }
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void DecisionPanel::lookUp(const QString &text)
{
    const QString wanted = text.trimmed();
    run::Session *session = m_shell.session();
    const int mine = ++m_asked;
    if (wanted.isEmpty() || !session) {
        showFound({});
        return;
    }
    const QDate day = m_line.effective.isValid() ? m_line.effective : m_shell.today();
    m_shell.works().start(
        this, tr("Search"),
        [session, wanted, day](const Progress &) -> Result<QList<Candidate>> {
            const auto directory = session->directory();
            if (!directory)
                return directory.error();
            return candidatesFor(wanted, **directory, day);
        },
        [this, mine](const QList<Candidate> &found) {
            if (mine == m_asked)
                showFound(found);
        },
        {}, true);
}

void DecisionPanel::showFound(const QList<Candidate> &found)
{
    ResultGroup group;
    for (const Candidate &candidate : found)
        group.items.append({candidate.text, {}, candidate.answer.contains(u"emp_no"_s) ? u"person"_s : u"people"_s,
                            [this, candidate] {
                                m_search->clear();
                                addChoice(candidate, true);
                            }});
    m_found->setGroups(found.isEmpty() ? QList<ResultGroup>() : QList<ResultGroup>{group});
    m_found->setVisible(!found.isEmpty());
    m_scroll->setVisible(found.isEmpty());
}

} // namespace naru::ui
