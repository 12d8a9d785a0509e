// A list of things to jump to, in groups: what the search and the command palette show below their field.
#pragma once

#include "ui/theme.h"

#include <QAbstractListModel>
#include <QFrame>
#include <QListView>
#include <QStyledItemDelegate>

#include <functional>

namespace naru::ui {

struct ResultItem {
    QString title;
    QString detail; // second words, muted: "정보화담당관", "Ctrl+S"
    QString icon;
    std::function<void()> act;
    QString marked = {}; // the words that were found, to be shown bold
    bool isEnabled = true;
};

struct ResultGroup {
    QString title; // empty: no heading
    QList<ResultItem> items;
    std::function<void()> more = {}; // null: these are all
};

class ResultModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, IconNameRole, HeadingRole };

    using QAbstractListModel::QAbstractListModel;

    void setGroups(const QList<ResultGroup> &groups);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void act(const QModelIndex &index) const;

private:
    struct Row {
        bool heading = false;
        ResultItem item;
    };
    QList<Row> m_rows;
};

class ResultDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ResultDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

// The list itself: driven by the keys of a field that keeps the focus (and the input method).
class ResultList : public QListView {
    Q_OBJECT
public:
    explicit ResultList(const Theme &theme, QWidget *parent = nullptr);

    void setGroups(const QList<ResultGroup> &groups); // the first hit is chosen
    void step(int rows);
    bool actCurrent(); // false where nothing is chosen
    int wantedHeight(int most) const;

Q_SIGNALS:
    void acted();

private:
    int nextEnabled(int from, int direction) const;

    ResultModel *m_model;
};

} // namespace naru::ui
