// Filters and sorts a table: by a few typed letters over a role that holds all words of a row, in Korean order.
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace naru::ui {

class TextFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    TextFilter(int sortRole, int searchRole, QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    int m_searchRole;
    QString m_text;
    QCollator m_korean;
};

} // namespace naru::ui
