// The notices under the bell, newest first, and the panel that shows them.
#pragma once

#include "ui/shell.h"

#include <QAbstractListModel>
#include <QFrame>
#include <QListView>

class QLabel;

namespace naru::ui {

class NoticeModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { LevelRole = Qt::UserRole, MomentRole, PageRole, RecordRole, OpenedRole };

    using QAbstractListModel::QAbstractListModel;

    void add(const Notice &notice);
    // What stands now, of those with a key: new ones come, those that are gone leave, the others stay as they are.
    void setStanding(const QList<Notice> &notices);
    void markOpened(const QModelIndex &index);
    void markAllOpened(); // what waits for the person stays on the bell
    int unopened() const; // what the bell counts: not the log
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const Notice &at(int row) const { return m_rows[row].notice; }

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        Notice notice;
        bool opened = false;
    };
    QList<Row> m_rows;
};

class NoticePanel : public QFrame {
    Q_OBJECT
public:
    NoticePanel(const Theme &theme, NoticeModel &model, QWidget *overlay);

    void toggle(QWidget *under);
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void opened(const naru::ui::Notice &notice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void leave();

    const Theme &m_theme;
    NoticeModel &m_model;
    QWidget *m_overlay;
    QWidget *m_under = nullptr;
    QListView *m_list;
    QLabel *m_empty;
};

} // namespace naru::ui
