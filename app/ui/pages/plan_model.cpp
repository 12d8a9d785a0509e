#include "ui/pages/plan_model.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace naru::ui {

StateManner mannerOf(store::PlanState state)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::PlanState", text); };
    using store::PlanState;
    switch (state) {
    case PlanState::Draft: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Draft")), u"edit"_s, Tone::Warning};
    case PlanState::Approved: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Approved")), u"approve"_s, Tone::Information};
    case PlanState::Applied: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Applied")), u"ready"_s, Tone::Success};
    case PlanState::Booked: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Booked")), u"clock"_s, Tone::Information};
    case PlanState::PartlyBooked: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Partly booked")), u"clock"_s, Tone::Information};
    case PlanState::Reverted: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Taken back")), u"revert"_s, Tone::Muted};
    case PlanState::Superseded: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Superseded")), u"no-change"_s, Tone::Muted};
    case PlanState::Cancelled: return {say(QT_TRANSLATE_NOOP("naru::ui::PlanState", "Cancelled")), u"rejected"_s, Tone::Muted};
    }
    return {};
}

QString robotName(const QString &robot)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("naru::ui::Robot", text); };
    if (robot == u"personnel-order"_s)
        return say(QT_TRANSLATE_NOOP("naru::ui::Robot", "Personnel order"));
    if (robot == u"import"_s)
        return say(QT_TRANSLATE_NOOP("naru::ui::Robot", "Import"));
    if (robot == u"revert"_s)
        return say(QT_TRANSLATE_NOOP("naru::ui::Robot", "Way back"));
    if (robot == u"sample"_s)
        return say(QT_TRANSLATE_NOOP("naru::ui::Robot", "Sample office"));
    if (robot == u"schedule"_s)
        return say(QT_TRANSLATE_NOOP("naru::ui::Robot", "Schedules"));
    if (robot == u"calendar"_s)
        return say(QT_TRANSLATE_NOOP("naru::ui::Robot", "Closing days"));
    if (robot == u"trigger"_s)
        return say(QT_TRANSLATE_NOOP("naru::ui::Robot", "Triggers"));
    return robot;
}

PlanModel::PlanModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void PlanModel::setPlans(const QList<store::PlanSummary> &plans)
{
    beginResetModel();
    m_plans = plans;
    endResetModel();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plans.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QString PlanModel::text(const store::PlanSummary &plan, int column) const
{
    switch (column) {
    case StateColumn: return mannerOf(plan.state).word;
    case TitleColumn: return plan.title;
    case RobotColumn: return robotName(plan.robot);
    case QuestionsColumn: return plan.questions ? QLocale().toString(plan.questions) : QString();
    case ChangesColumn: return QLocale().toString(plan.changes);
    case MadeColumn: return momentText(plan.made);
    case MakerColumn: return plan.maker;
    case ApproverColumn: return plan.approver;
    case AppliedColumn: return momentText(plan.applied);
    default: return {};
    }
}

QVariant PlanModel::sortKey(const store::PlanSummary &plan, int column) const
{
    switch (column) {
    case StateColumn: return static_cast<int>(plan.state);
    case QuestionsColumn: return plan.questions;
    case ChangesColumn: return plan.changes;
    case MadeColumn: return plan.made;
    case AppliedColumn: return plan.applied;
    default: return text(plan, column);
    }
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::PlanSummary &plan = m_plans[index.row()];
    const bool isNumber = index.column() == QuestionsColumn || index.column() == ChangesColumn;
    switch (role) {
    case Qt::DisplayRole: return text(plan, index.column());
    case Qt::ToolTipRole: return index.column() == TitleColumn ? QVariant(plan.title + u'\n' + plan.id) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == StateColumn)
            return m_theme.icon(mannerOf(plan.state).icon, mannerOf(plan.state).tone);
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole: return sortKey(plan, index.column());
    case SearchRole: return QStringList{plan.title, plan.id, plan.maker, plan.approver, robotName(plan.robot)}.join(u' ');
    default: return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && (section == QuestionsColumn || section == ChangesColumn))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn: return tr("State");
    case TitleColumn: return tr("Plan");
    case RobotColumn: return tr("Made by");
    case QuestionsColumn: return tr("To decide");
    case ChangesColumn: return tr("Changes");
    case MadeColumn: return tr("Made");
    case MakerColumn: return tr("Maker");
    case ApproverColumn: return tr("Approver");
    case AppliedColumn: return tr("Applied");
    default: return {};
    }
}

} // namespace naru::ui
