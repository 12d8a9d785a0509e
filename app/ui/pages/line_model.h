// The lines of a plan in a table: questions first, then what is not possible, then what is ready.
#pragma once

#include "ui/pages/plan_lines.h"
#include "ui/pages/text_filter.h"

#include <QAbstractTableModel>

#include <optional>

namespace naru::ui {

class LineModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StateColumn, NumberColumn, NameColumn, KindColumn, WhatColumn, DayColumn, Columns };
    enum Role { StateRole = Qt::UserRole, SortRole, SearchRole };

    // The theme must outlive the model.
    explicit LineModel(const Theme &theme, QObject *parent = nullptr);

    void setLines(const QList<PlanLine> &lines);
    const PlanLine &line(int row) const { return m_lines[row]; }
    int count(LineState state) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PlanLine &line, int column) const;
    QVariant sortKey(const PlanLine &line, int column) const;

    const Theme &m_theme;
    QList<PlanLine> m_lines;
};

// Shows the lines of one state, and those that a few typed letters name.
class LineFilter : public TextFilter {
    Q_OBJECT
public:
    explicit LineFilter(QObject *parent = nullptr);

    void setState(std::optional<LineState> state);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<LineState> m_state;
};

} // namespace naru::ui
