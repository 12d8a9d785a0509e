// The organisation of a day as a tree: every unit with who leads it and how many work there.
#pragma once

#include "run/session.h"
#include "ui/theme.h"

#include <QAbstractItemModel>

namespace naru::ui {

class UnitModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, HeadColumn, MembersColumn, Columns };
    enum Role { CodeRole = Qt::UserRole };

    // The theme must outlive the model.
    explicit UnitModel(const Theme &theme, QObject *parent = nullptr);

    // Units whose parent is not among them stand at the top.
    void setUnits(const QList<run::UnitRow> &units);
    QModelIndex indexOf(const QString &code, int column = 0) const;
    const run::UnitRow *unit(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        int unit = -1; // index into m_units, -1 for the root
        int parent = -1; // index into m_nodes
        int row = 0; // among its siblings
        QList<int> children;
    };

    const Theme &m_theme;
    QList<run::UnitRow> m_units;
    QList<Node> m_nodes; // the first is the root
    QHash<QString, int> m_byCode;
};

} // namespace naru::ui
