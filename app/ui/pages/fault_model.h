// The errors of an import in a table: where they stand, what stands there, and what was expected.
#pragma once

#include "ui/pages/import_plan.h"

#include <QAbstractTableModel>

namespace naru::ui {

class FaultModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FileColumn, RowColumn, ColumnColumn, ValueColumn, ExpectedColumn, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setFaults(const QList<ImportFault> &faults);
    QString plainText() const; // with tabs, for a spreadsheet
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ImportFault> m_faults;
};

} // namespace naru::ui
