#include "ui/pages/person_model.h"

namespace naru::ui {

StateManner mannerOfStanding(const QString &standing)
{
    if (standing == u"재직"_s)
        return {standing, u"ready"_s, Tone::Success};
    if (standing == u"퇴직"_s || standing == u"전출"_s)
        return {standing, u"no-change"_s, Tone::Muted};
    if (standing == u"정직"_s || standing == u"직위해제"_s)
        return {standing, u"warning"_s, Tone::Danger};
    return {standing, u"clock"_s, Tone::Information};
}

PersonModel::PersonModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void PersonModel::setPeople(const QList<run::PersonRow> &people)
{
    beginResetModel();
    m_people = people;
    endResetModel();
}

int PersonModel::rowOf(const QString &empNo) const
{
    for (int row = 0; row < m_people.size(); ++row)
        if (m_people[row].empNo == empNo)
            return row;
    return -1;
}

int PersonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PersonModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

QString PersonModel::text(const run::PersonRow &person, int column) const
{
    switch (column) {
    case NameColumn: return person.name;
    case PostColumn: return person.post;
    case GradeColumn: return person.grade;
    case UnitColumn: return person.unitName.section(u' ', -2); // the whole path is in the tip and on the card
    case StandingColumn: return person.standing;
    case NumberColumn: return person.empNo;
    default: return {};
    }
}

QVariant PersonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const run::PersonRow &person = m_people[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(person, index.column());
    case Qt::ToolTipRole:
        return index.column() == UnitColumn ? QVariant(person.unitName)
            : index.column() == NameColumn  ? QVariant(QStringList{person.name, person.hanja, person.empNo}.join(u' '))
                                            : QVariant();
    case Qt::DecorationRole:
        if (index.column() == StandingColumn)
            return m_theme.icon(mannerOfStanding(person.standing).icon, mannerOfStanding(person.standing).tone);
        return {};
    case SortRole: return index.column() == NameColumn ? person.name
        : index.column() == UnitColumn              ? person.unitName
                                                    : text(person, index.column());
    case SearchRole: return QStringList{person.name, person.empNo, person.unitName, person.post, person.grade}.join(u' ');
    default: return {};
    }
}

QVariant PersonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case PostColumn: return tr("Post");
    case GradeColumn: return tr("Grade");
    case UnitColumn: return tr("Unit");
    case StandingColumn: return tr("Standing");
    case NumberColumn: return tr("Employee number");
    default: return {};
    }
}

} // namespace naru::ui
