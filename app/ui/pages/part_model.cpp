#include "ui/pages/part_model.h"

#include "ui/pages/grid_model.h"

namespace naru::ui {

namespace {

// A list lays a paragraph out whole; what is longer stands whole in the tip, and in whatever is saved or printed.
constexpr qsizetype mostShown = 4000;

QString signOf(const DocumentPart &part)
{
    if (part.doubtful == 0)
        return {};
    return part.table ? PartModel::tr("%1 cells to look at").arg(part.doubtful) : confidenceWords(part.place);
}

} // namespace

PartModel::PartModel(const Theme &theme, QObject *parent)
    : QAbstractListModel(parent)
    , m_theme(theme)
{
}

void PartModel::setOutline(const std::shared_ptr<const DocumentOutline> &outline)
{
    beginResetModel();
    m_outline = outline;
    endResetModel();
}

int PartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_outline ? 0 : static_cast<int>(m_outline->parts.size());
}

QVariant PartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DocumentPart &part = m_outline->parts[index.row()];
    const QString sign = signOf(part);
    const QString words = part.table ? QString(part.depth * 2, u' ') + titleOf(part) : part.text.left(mostShown);
    switch (role) {
    case Qt::DisplayRole: return part.table && !sign.isEmpty() ? words + u" · "_s + sign : words;
    case Qt::AccessibleTextRole: return sign.isEmpty() ? words : words + u", "_s + sign;
    case Qt::ToolTipRole: return sign.isEmpty() ? part.place.address : QStringList{part.place.address, sign}.join(u'\n').trimmed();
    case Qt::DecorationRole:
        return part.doubtful > 0 ? m_theme.icon(u"question"_s, Tone::Warning)
            : part.table         ? m_theme.icon(u"table"_s, Tone::Accent)
                                 : QVariant();
    case Qt::FontRole: return part.table ? m_theme.font(15, QFont::Bold) : QVariant();
    default: return {};
    }
}

} // namespace naru::ui
