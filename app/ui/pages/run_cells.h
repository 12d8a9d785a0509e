// A plain table of words for the lists of tasks, runs, and schedules: what a worker has gathered, as cells.
#pragma once

#include "ui/theme.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace naru::ui {

struct Cell {
    QString text;
    QString icon = {};
    Tone tone = Tone::Text; // of the icon, and of the text where it is no Text
    QVariant sort = {}; // invalid: by the text
    bool isMarked = false; // on the ground of its tone
    QString spoken = {}; // by a screen reader, where the text alone does not say it
};

struct CellRow {
    QString key; // the row is found by it again after a refresh
    QList<Cell> cells;
    QString tip = {};
};

class CellModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, SearchRole, KeyRole };

    // The theme must outlive the model.
    CellModel(const Theme &theme, const QStringList &heads, QObject *parent = nullptr);

    void setRows(const QList<CellRow> &rows);
    void setHeads(const QStringList &heads);
    const CellRow &row(int row) const { return m_rows[row]; }
    int rowOf(const QString &key) const; // -1: none
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Theme &m_theme;
    QStringList m_heads;
    QList<CellRow> m_rows;
};

} // namespace naru::ui
